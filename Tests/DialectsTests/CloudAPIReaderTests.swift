import Dialects
import Foundation
import GatewayModel
import Testing
import YAMLDocument

@Suite struct CloudAPIReaderTests {
  private func recognised(_ text: String) -> Recognition { Dialects.recognise(YAMLDocument.parse(Array(text.utf8))) }

  @Test(arguments: [
    (#"{"RequestConfig": {"Path": "/x", "Method": "GET"}}"#, true),
    (#"{"RequestConfig": {"Path": "/x"}}"#, false),
    (#"{"RequestConfig": {"Path": "/x"}, "ServiceType": "MOCK"}"#, true),
    (#"{"ServiceType": "MOCK"}"#, false), (#"{"Response": {}}"#, false), (#"{"Response": {"RequestId": "1"}}"#, false),
    (#"{"Response": {"ServiceType": "MOCK"}}"#, true), (#"{"Result": {"DomainSet": []}}"#, true),
    (#"{"Response": {"Result": {"InstanceSet": []}}}"#, false), (#"{"Content": "a: 1", "EncodeType": "YAML"}"#, true),
    (#"[{"a": 1}, {"RequestConfig": {"Path": "/x", "Method": "GET"}}]"#, true), ("[1, 2]", false),
    (#"{"api": {"requestConfig": {}}, "service": {}, "release": {"environmentName": "test"}}"#, true),
    (#"{"api": {"requestConfig": {}}, "service": {}, "release": {}}"#, false),
    (
      #"{"TriggerDesc": "{\"api\": {\"requestConfig\": {}}, \"service\": {}, \"release\": {\"environmentName\": \"x\"}}"}"#,
      true
    ),
    (#"{"TriggerDesc": "* * * * *"}"#, false), (#"{"Response": {"Result": {"EnvironmentList": ["a"]}}}"#, false),
  ]) func isRecognisedByItsDiscriminators(_ text: String, _ isCloudAPI: Bool) {
    #expect((recognised(text) == .gateway(.cloudAPI)) == isCloudAPI)
  }

  static let api = #"""
    "ServiceId": "service-ab12cd34", "ApiName": "a", "RequestConfig": {"Path": "/a", "Method": "GET"},
    "ServiceType": "HTTP", "ServiceConfig": {"Url": "http://a.shop.cn"}, "RequestParameters": [{"Name": "q"}]
    """#

  @Test(arguments: [
    "{\(api)}", #"{"Response": {\#(api)}}"#, #"{"Response": {"Result": {\#(api)}, "RequestId": "x"}}"#, "[{\(api)}]",
    #"[{"Result": {\#(api)}}]"#,
  ]) func readsOneAPIHoweverItIsWrapped(_ text: String) throws {
    let model = try ModelText(text, file: "a.json")
    let api = try model.part(.api)
    #expect(api.displayName == "a" && api.pathText == "/a" && api.serviceType == .http && !api.isIncomplete)
    #expect(api[.backendURL].spelling == "ServiceConfig.Url" && api.requestParameters.count == 1)
    #expect(api.parent?[.serviceId].text == "service-ab12cd34")
  }

  @Test func aRequestThatNamesItsAPIChangesOnlyWhatItWrites() throws {
    let request = #"""
      {"ApiId": "api-1a2b3c4d", "EnableCORS": false, "ServiceType": "HTTP", "ServiceConfig": {"Path": "/x"}}
      """#
    let api = try ModelText(request).part(.api)
    #expect(api.isIncomplete && !api[.method].isMissing && api[.backendURL].isMissing)
    #expect(api[.authType].effectiveText == nil)
    let reply = try ModelText(
      #"{"ApiId": "api-1a2b3c4d", "ServiceType": "MOCK", "EnableCORS": true, "CreatedTime": "2020"}"#
    ).part(.api)
    #expect(!reply.isIncomplete && reply[.mockMessage].isMissing)
  }

  @Test func listsOfRepliesTellOnlySomeOfWhatThereIs() throws {
    let apis = try ModelText(
      #"""
      {"Response": {"Result": {"TotalCount": 2, "ApiIdStatusSet": [
        {"ServiceId": "service-ab12cd34", "ApiId": "api-1a2b3c4d", "ApiName": "a", "Path": "/a", "Method": "GET",
         "AuthType": "SECRET", "OauthConfig": null},
        {"ServiceId": "service-ab12cd34", "ApiId": "abc", "ApiName": "abc", "Path": "abc", "Method": "abc"}]}}}
      """#)
    let api = try apis.part(.api)
    #expect(api.pathText == "/a" && api.authentication == "SECRET" && api.isIncomplete && !api[.serviceType].isMissing)
    #expect(api.parent?[.serviceId].text == "service-ab12cd34")

    let domains = try ModelText(
      #"""
      {"Response": {"Result": {"DomainSet": [
        {"DomainName": "api.shop.cn", "Protocol": "https", "CertificateId": null, "IsDefaultMapping": false},
        {"DomainName": "xx", "Protocol": "xx"}]}}}
      """#)
    let domain = try domains.part(.domain)
    #expect(domain[.domainName].text == "api.shop.cn" && domain[.domainName].spelling == "DomainName")
    #expect(domain[.certificateId].isMissing && !domain[.pathMappingSet].isMissing)

    let plans = try ModelText(
      #"{"Response": {"Result": {"UsagePlanId": "usagePlan-1", "UsagePlanName": "p", "MaxRequestNum": 0, "MaxRequestNumPreSec": -1, "BindSecretIds": [], "BindEnvironments": [{"EnvironmentName": "release"}]}}}"#
    )
    let plan = try plans.part(.usagePlan)
    #expect(plan[.maxRequestNumber].isAbsent && plan[.maxRequestsPerSecond].integer == -1)
    #expect(plan[.secretNames].isWritten && plan.children(.planBinding).count == 1)
  }

  @Test func repliesTellWhatThingsAreBoundTo() throws {
    let plugin = try ModelText(
      #"""
      {"Response": {"Result": {"PluginId": "plugin-5xzwu9vh", "PluginType": "IPControl", "PluginData": "{}", "AttachedApis": [
        {"ServiceId": "service-ab12cd34", "ApiId": "api-1a2b3c4d", "ApiName": "a", "Environment": "release"}]}}}
      """#)
    let attachment = try plugin.part(.pluginAttachment)
    #expect(attachment.parent?.kind == .plugin && attachment[.apiId].text == "api-1a2b3c4d")
    #expect(attachment[.environmentName].text == "release" && attachment[.environmentName].spelling == "Environment")
    #expect(attachment.enclosing(.service)?[.serviceId].text == "service-ab12cd34")

    let shared = try ModelText(
      #"""
      {"Response": {"Result": {"PluginId": "plugin-5xzwu9vh", "PluginType": "IPControl", "AttachedApis": [
        {"ServiceId": "service-ab12cd34", "ApiId": "api-1"}, {"ServiceId": "service-ef56ab78", "ApiId": "api-2"}]}}}
      """#)
    #expect(try shared.part(.service)[.serviceId].isAbsent, "a plugin of two services belongs to neither")

    let plans = try ModelText(
      #"""
      {"Response": {"Result": {"ServiceUsagePlanList": [{"ServiceId": "service-ab12cd34", "ApiId": null,
        "UsagePlanId": "usagePlan-quqxvett", "UsagePlanName": "p", "Environment": "test"}]}}}
      """#)
    let binding = try plans.part(.planBinding)
    #expect(binding.parent?.kind == .usagePlan && binding[.environmentName].text == "test" && binding[.apiId].isBlank)
  }

  @Test func readsEachServiceOfAListAsOneOfItsOwn() throws {
    let services = try ModelText(
      #"{"Response": {"Result": {"ServiceSet": [{"ServiceId": "service-aaaabbbb", "ServiceName": "a", "Protocol": "http"}, {"ServiceId": "service-ccccdddd", "ServiceName": "b"}]}}}"#
    )
    #expect(services.parts(.service).compactMap { $0[.serviceName].text } == ["a", "b"])
  }

  @Test func anImportRequestHoldsADefinitionWithPlacesInTheRequest() throws {
    let model = try ModelText(
      #"""
      {"ServiceId": "service-ab12cd34", "EncodeType": "YAML",
       "Content": "openapi: 3.0.0\npaths:\n  /网关:\n    get:\n      operationId: \"é\"\n      x-apigw-backend: {ServiceType: MOCK}\n"}
      """#)
    let api = try model.part(.api)
    #expect(api.pathText == "/网关" && api.facts.dialect == .openAPI && api.serviceType == .mock)
    #expect(try model.text(of: api[.path]) == "/网关")
    #expect(try model.text(of: api[.apiName]) == #"\"é\""#)
    let service = try #require(model.project.service(of: api))
    #expect(service.documents.count == 2)
    #expect(model.project.service(ofDocument: 0)?.documents == service.documents)
  }

  @Test func aTriggerDescriptionIsAnAPIOfAFunction() throws {
    let trigger =
      #"{"api":{"authRequired":"FALSE","requestConfig":{"method":"ANY","path":"/x"},"isIntegratedResponse":"TRUE","enableCORS":"FALSE","serviceTimeout":10},"service":{"serviceId":"service-ab12cd34"},"release":{"environmentName":"release"}}"#
    let quoted = String(decoding: try JSONSerialization.data(withJSONObject: ["TriggerDesc": trigger]), as: UTF8.self)
    for text in [trigger, quoted] {
      let api = try ModelText(text).part(.api)
      #expect(api.pathText == "/x" && api.apiMethod == .any && api.serviceType == .scf)
      #expect(api[.isIntegratedResponse].boolean == true && api[.enableCORS].boolean == false)
      #expect(api[.path].spelling == "requestConfig.path" && !api[.functionName].isMissing)
      #expect(api.parent?[.environmentName].text == "release")
    }
  }

  @Test func everyPublishedReplyIsRecognised() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../shared/corpus/capi")
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return }
    for file in files where file.hasSuffix(".json") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      #expect(recognised(text) == .gateway(.cloudAPI), "\(file)")
    }
  }
}
