import GatewayModel
import YAMLDocument

/// Keys and facts of the manifest: gwlint's own format, which ties the files of a service together. Settings of the
/// gateway are written in the names of the Cloud API.
enum ManifestFacts {
  /// The key that makes a file a manifest; its value is the version of the format.
  static let versionKey = "gwlint"

  static let versionField: CloudAPIFields.Table = [(.manifestVersion, versionKey)]
  static let sections: CloudAPIFields.Table = [
    (.serviceSettings, "Service"), (.releasedEnvironments, "ReleasedEnvironments"), (.apiList, "Apis"),
    (.domainList, "SubDomains"), (.pluginList, "Plugins"), (.keyList, "ApiKeys"), (.usagePlanList, "UsagePlans"),
    (.appList, "ApiApps"), (.upstreamList, "Upstreams"), (.expectedURLList, "ExpectedUrls"),
  ]

  /// An inline API may name its authorization API, as an import document may by convention.
  static let apiConventionFields: CloudAPIFields.Table = [(.authRelationAPI, "AuthRelationApi")]
  static let pluginFields: CloudAPIFields.Table = [(.pluginAttachments, "Attach")]
  static let attachmentFields: CloudAPIFields.Table = [(.environmentName, "EnvironmentName"), (.apiNames, "Apis")]
  static let usagePlanFields: CloudAPIFields.Table = [(.secretNames, "SecretNames"), (.planBindings, "Bind")]
  static let planBindingFields: CloudAPIFields.Table = [
    (.bindType, "BindType"), (.environmentName, "Environment"), (.apiNames, "Apis"),
  ]
  static let appFields: CloudAPIFields.Table = [(.appBindings, "Bind")]
  static let appBindingFields: CloudAPIFields.Table = [(.environmentName, "Environment"), (.apiNames, "Apis")]
  static let expectedURLFields: CloudAPIFields.Table = [
    (.expectedMethod, "Method"), (.expectedURL, "Url"), (.expectedAPI, "Api"),
  ]

  static let facts = DialectFacts(
    dialect: .manifest,
    schema: .core,
    spelling: CloudAPISpelling.spelling(
      versionField, sections, apiConventionFields, pluginFields, attachmentFields, usagePlanFields, planBindingFields,
      appFields,
      appBindingFields, expectedURLFields),
    alternateSpelling: CloudAPISpelling.alternate,
    container: CloudAPISpelling.containers.merging(
      CloudAPIFields.serviceFields.map { ($0.0, .serviceSettings) }, uniquingKeysWith: { first, _ in first }),
    alternateContainer: CloudAPISpelling.alternateContainers,
    defaults: CloudAPISpelling.defaults,
    isWholeService: true,
    tool: ToolConventions(checksKeys: true))
}
