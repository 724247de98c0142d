/// What the examples of several rules about usage plans share.
enum PlanExamples {
  /// A service with an API, released to `release`, and a usage plan with its keys, as resources that name each other.
  /// - Parameters:
  ///   - authType: how the API authenticates.
  ///   - bindings: the properties of the plan's attachments to the service, each in braces.
  ///   - keys: the status of each key.
  static func resources(authType: String, bindings: [String], keys: [String: String] = [:]) -> String {
    var text = """
      resources:
        s:
          type: tencentcloud:ApiGateway:Service
          properties: {serviceName: shop, protocol: http, netTypes: [OUTER]}
        a:
          type: tencentcloud:ApiGateway:Api
          properties: {serviceId: '${s.id}', apiName: a, authType: \(authType), requestConfigPath: /a, serviceConfigType: MOCK, \
      serviceConfigMockReturnMessage: ok}
        r:
          type: tencentcloud:ApiGateway:ServiceRelease
          properties: {serviceId: '${s.id}', environmentName: release}
        p:
          type: tencentcloud:ApiGateway:UsagePlan
          properties: {usagePlanName: p}
      """
    for (number, binding) in bindings.enumerated() {
      text += """

          b\(number):
            type: tencentcloud:ApiGateway:UsagePlanAttachment
            properties: \(binding.dropLast()), usagePlanId: '${p.id}', serviceId: '${s.id}'}
        """
    }
    for (name, status) in keys.sorted(by: { $0.key < $1.key }) {
      text += """

          \(name):
            type: tencentcloud:ApiGateway:ApiKey
            properties: {secretName: \(name), status: \(status)}
        """
    }
    return text
  }
}
