import GatewayModel

extension DialectShape {
  /// How requests and replies of the Cloud API are built: what an object is, its keys tell.
  static let cloudAPI: DialectShape = {
    let lists = CloudAPIObject.lists
    let listed = lists.keys.map { key -> KeyShape in
      switch lists[Array(key.utf8)[...]] {
      case .parts(_, let level): KeyShape(key, nil, .list(of: level.shapeName))
      case .usagePlans, .boundUsagePlans: KeyShape(key, nil, .list(of: KeyLevel.usagePlanReply.shapeName))
      case .services, nil: KeyShape(key, nil, .list(of: KeyLevel.serviceReply.shapeName))
      }
    }
    let body = MappingShape(
      "body", CloudAPIRecognition.wrappers.map { KeyShape($0, nil, .mapping("body"), isPreferred: false) } + listed,
      others: .any,
      forms: [
        form(CloudAPIObject.marksOfAPI, .api), form(CloudAPIObject.marksOfDomain, .domain),
        form(CloudAPIObject.marksOfService, .serviceReply), form(CloudAPIObject.marksOfPlugin, .plugin),
        form(CloudAPIObject.marksOfUsagePlan, .usagePlanReply), form(CloudAPIObject.marksOfUpstream, .upstream),
      ])
    let levels: [KeyLevel] =
      [
        .api, .apiSummary, .domain, .domainReply, .serviceReply, .pluginReply, .usagePlanReply, .planBindingReply,
        .bindingReply, .upstream,
        .upstreamNode, .healthChecker, .apiKey, .app, .requestConfig, .requestParameter, .conventionParameter,
        .pathMapping, .pluginAttachment, .appBinding,
      ] + KeyLevel.settings
    return DialectShape(
      dialect: .cloudAPI,
      mappings: [body, KeyLevel.pluginShape] + KeyLevel.pluginDataShapes + levels.map { $0.shape() })
  }()

  private static func form(_ marks: [String], _ level: KeyLevel) -> MappingShape.Form {
    MappingShape.Form(marks: Set(marks), mapping: level.shapeName)
  }
}
