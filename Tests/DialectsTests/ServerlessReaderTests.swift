import GatewayModel
import Testing
import YAMLDocument

/// What the readers make of serverless files: values, defaults, functions, and keys that are not read.
@Suite struct ServerlessReaderTests {
  @Test func readsAnAPIGatewayFile() throws {
    let file = try ModelText(
      """
      component: apigateway@0.4.2
      name: shop
      inputs:
        serviceId: service-8dsikiq6
        protocols: [http, https]
        environment: test
        customDomains:
          - domain: api.shop.cn
            certificateId: abc
            isDefaultMapping: false
            pathMappingSet: [{path: /, environment: test}]
        endpoints:
          - path: /a/{id}
            method: GET
            serviceType: HTTP
            serviceConfig: {url: 'http://b.cn', path: /, method: GET}
            param: [{name: id, position: PATH, required: true, type: string}]
            usagePlan: {usagePlanName: p, maxRequestNumPreSec: 10}
            auth: {secretName: k, secretIds: [x1]}
          - path: /f
            method: ANY
            function: {functionName: f, isIntegratedResponse: true}
      """)
    #expect(file.dialect == .componentAPIGateway && file.notes.isEmpty)
    let service = try file.part(.service)
    #expect(service[.serviceId].text == "service-8dsikiq6" && service[.releasedEnvironments].text == "test")
    #expect(service[.serviceName].effectiveText == "serverless")
    let apis = file.parts(.api)
    #expect(apis.map(\.pathText) == ["/a/{id}", "/f"] && apis.map(\.serviceType) == [.http, .scf])
    #expect(apis[0][.backendURL].spelling == "serviceConfig.url" && apis[0][.timeout].effectiveText == "15")
    #expect(apis[1][.functionName].text == "f" && apis[1][.functionQualifier].effectiveText == "$LATEST")
    #expect(apis[0].requestParameters.first?.parameterPosition == .path)
    let plan = try file.part(.usagePlan)
    #expect(plan.parent == apis[0] && plan[.maxRequestsPerSecond].integer == 10 && plan[.auth].isWritten)
    #expect(apis[0][.secretIds].items.count == 1)
    #expect(try file.part(.domain)[.isDefaultMapping].boolean == false)
    #expect(try file.part(.pathMapping)[.mappingEnvironment].text == "test")
  }

  @Test func readsTheFunctionBehindAnEvent() throws {
    let file = try ModelText(
      """
      component: scf
      name: f
      inputs:
        timeout: 20
        type: web
        events:
          - timer: {name: t, parameters: {cronExpression: '* * * * * * *'}}
          - apigw:
              name: gw
              serviceId: service-8dsikiq6
              parameters:
                serviceName: shop
                endpoints: [{path: /a, method: GET, serviceTimeout: 10}]
      """)
    let api = try file.part(.api)
    #expect(api[.declaredFunctionTimeout].integer == 20 && api[.timeout].integer == 10)
    #expect(api[.functionQualifier].effectiveText == "$DEFAULT" && !api[.functionName].isMissing)
    let note = try #require(file.notes.first)
    #expect(file.notes.count == 1 && note.kind == .misplacedKey && note.keyText == "serviceId")
    #expect(note.expected == .serviceId && note.part.kind == .service)
  }

  @Test func eachEventIsAServiceOfItsOwnUnlessTheyShareAnId() throws {
    func services(_ first: String, _ second: String) throws -> Int {
      let file = try ModelText(
        """
        component: scf
        name: f
        inputs:
          events:
            - apigw: {name: a, parameters: {\(first), endpoints: [{path: /, method: GET}]}}
            - apigw: {name: b, parameters: {\(second), endpoints: [{path: /, method: GET}]}}
        """)
      return file.project.services.count { !file.project.parts(.api, of: $0).isEmpty }
    }
    #expect(try services("serviceName: a", "serviceName: a") == 2)
    #expect(try services("serviceId: service-8dsikiq6", "serviceId: service-8dsikiq6") == 1)
    #expect(try services("serviceId: service-xxxxxxxx", "serviceId: service-xxxxxxxx") == 2)
    #expect(try services("serviceId: '${env:ID}'", "serviceId: '${env:ID}'") == 2)
  }

  @Test func findsTheFunctionOfEveryAPIByKeyOrName() throws {
    let file = try ModelText(
      """
      component: multi-scf
      name: f
      inputs:
        timeout: 30
        functions:
          index: {handler: a}
          slow: {handler: b, timeout: 60}
          idle: {handler: c}
        triggers:
          - {type: timer, function: idle, parameters: {name: t}}
          - type: apigw
            parameters:
              name: shop
              serviceName: ignored
              apis:
                - {path: /, method: GET, function: index}
                - {path: /slow, method: GET, function: slow}
                - {path: /none, method: GET, function: none}
      """)
    let apis = file.parts(.api)
    #expect(apis.map { $0[.declaredFunctionTimeout].integer } == [30, 60, nil])
    let functions = file.project.parts(.function, in: 0)
    #expect(functions.map { $0[.declaredFunctionName].text } == ["index", "slow", "idle"])
    #expect(functions.allSatisfy { $0[.firstTrigger].isWritten })
    #expect(file.notes.map(\.keyText) == ["serviceName"] && file.notes.first?.expected == .serviceName)
  }

  @Test func webFrameworksHaveOneAPIUnlessTheyListTheirOwn() throws {
    let one = try ModelText(
      """
      component: express
      name: web
      inputs:
        serviceId: service-8dsikiq6
        functionConf: {timeout: 30}
        apigatewayConf: {enableCORS: true, protocols: [https], autoCreateDns: true}
      """)
    let api = try one.part(.api)
    #expect(api.pathText == "/" && api.apiMethod == .any && api[.enableCORS].boolean == true)
    #expect(api[.declaredFunctionTimeout].integer == 30 && one.notes.isEmpty)
    #expect(try one.part(.service)[.serviceId].text == "service-8dsikiq6")
    let two = try ModelText(
      "component: express\\nname: web\\ninputs: {apigatewayConf: {endpoints: [{path: /a, method: GET}, {method: GET}]}}\\n"
        .replacing("\\n", with: "\n"))
    #expect(two.parts(.api).map(\.pathText) == ["/a", nil])
  }

  @Test func componentHTTPReadsTheInnerBlock() throws {
    let file = try ModelText(
      """
      component: http
      name: web
      inputs:
        faas: {framework: koa, timeout: 30}
        apigw:
          timeout: 60
          api: {path: /x, cors: false, qualifier: $DEFAULT}
          customDomains: [{domain: a.cn, certificateId: c}]
      """)
    let api = try file.part(.api)
    #expect(api.pathText == "/x" && api[.timeout].effectiveText == "15" && api[.enableCORS].boolean == false)
    #expect(api[.timeout].spelling == "api.timeout" && api[.declaredFunctionTimeout].integer == 30)
    #expect(Set(file.notes.map(\.keyText)) == ["timeout", "qualifier", "certificateId"])
    #expect(file.notes.allSatisfy { $0.kind == .misplacedKey })
  }

  @Test func aDisabledGatewayHasNoPartsButANote() throws {
    let file = try ModelText(
      "component: express\nname: web\ninputs:\n  apigatewayConf:\n    isDisabled: true\n    protocols: [ftp]\n")
    #expect(file.parts(.service).isEmpty && file.notes.map(\.kind) == [.disabledGateway])
  }

  @Test func nestedInputsAreReadInTheirPlace() throws {
    let file = try ModelText(
      "component: http\nname: web\ninputs:\n  inputs:\n    apigw:\n      api: {path: /x}\n")
    #expect(file.notes.map(\.kind) == [.nestedInputs])
    #expect(try file.part(.api).pathText == "/x")
  }

  @Test func eachRegionOfAVersionOneFileIsAServiceOverTheBase() throws {
    let file = try ModelText(
      """
      rest:
        component: '@serverless/tencent-apigateway-multi-region'
        inputs:
          region: [ap-shanghai, ap-guangzhou]
          protocols: [http]
          endpoints: [{path: /a, method: GET, function: {functionName: f}}]
          ap-shanghai: {protocols: [https], endpoints: [{path: /b, method: GET, function: {functionName: f}}]}
      """)
    #expect(file.dialect == .componentsV1)
    let services = file.parts(.service)
    #expect(services.map { $0.children(.api).map(\.pathText) } == [["/b", "/a"], ["/a"]])
    #expect(services.map { file.texts(ofItems: $0[.serviceProtocol]) } == [["https"], ["http"]])
  }

  @Test func eventsOfARegionComeBesideThoseOfTheBase() throws {
    let file = try ModelText(
      """
      hello:
        component: '@serverless/tencent-scf-multi-region'
        inputs:
          region: [ap-shanghai, ap-guangzhou]
          timeout: 10
          events:
            - apigw: {name: base, parameters: {endpoints: [{path: /a, method: GET}]}}
          ap-shanghai:
            timeout: 30
            events:
              - apigw: {name: own, parameters: {protocols: [https], endpoints: [{path: /b, method: GET}]}}
              - timer: {name: t}
      """)
    let apis = file.parts(.api)
    #expect(apis.map(\.pathText) == ["/b", "/a", "/a"])
    #expect(apis.map { $0[.declaredFunctionTimeout].integer } == [30, 30, 10])
    #expect(file.parts(.service).count == 3)
  }

  /// A key that is no region of the list, and a component for one region, change nothing.
  @Test func settingsOfOtherRegionsAreNotRead() throws {
    for (component, region) in [("scf-multi-region", "[ap-guangzhou]"), ("scf", "ap-shanghai")] {
      let file = try ModelText(
        """
        hello:
          component: '@serverless/tencent-\(component)'
          inputs:
            region: \(region)
            events:
              - apigw: {name: base, parameters: {endpoints: [{path: /a, method: GET}]}}
            ap-shanghai:
              events:
                - apigw: {name: own, parameters: {endpoints: [{path: /b, method: GET}]}}
        """)
      #expect(file.parts(.api).map(\.pathText) == ["/a"], "\(component)")
    }
  }

  @Test func readsTheFrameworkPluginInBothForms() throws {
    let file = try ModelText(
      """
      service: s
      provider: {name: tencent, timeout: 20}
      functions:
        a:
          events: [{apigw: {name: x, parameters: {stageName: release, serviceId: , httpMethod: POST}}}]
        b:
          timeout: 5
          events: [{apigw: {service: service-8dsikiq6, method: ANY, stage: test, auth: true}}]
        c: {handler: h}
      """)
    #expect(file.dialect == .frameworkPlugin && file.notes.isEmpty)
    let apis = file.parts(.api)
    #expect(apis.map(\.apiMethod) == [.post, .any])
    #expect(apis.map { $0[.declaredFunctionTimeout].integer } == [20, 5])
    #expect(apis[0][.timeout].effectiveText == "10" && apis[1][.environmentName].text == "test")
    #expect(file.parts(.service).count == 2)
  }

  @Test func readsTemplatesAsPyYAMLDoes() throws {
    let file = try ModelText(
      """
      Resources:
        default:
          Type: TencentCloud::Serverless::Namespace
          f:
            Type: TencentCloud::Serverless::Function
            Properties: {Handler: h}
            Events:
              gw: {Type: APIGW, Properties: {StageName: release, HttpMethod: ANY, IntegratedResponse: on}}
      """)
    #expect(file.dialect == .tcsam && file.notes.map(\.kind) == [.misplacedEvents])
    #expect(try file.part(.api)[.isIntegratedResponse].boolean == true)
    #expect(try file.part(.api)[.timeout].effectiveText == nil)
  }

  @Test func readsServerlessDevsInEitherCase() throws {
    let file = try ModelText(
      """
      My:
        Component: scf
        Provider: tencent
        Properties:
          Region: ap-guangzhou
          Function:
            Name: f
            Timeout: 20
            Triggers:
              - Type: apigw
                Name: t
                Parameters:
                  Protocols: [http]
                  Environment: release
                  API:
                    - path: /a
                      method: POST
                    - {Path: '/b/{id}', Method: GET, ServiceTimeout: 10, Parameters: [{Name: id, Position: PATH}]}
      """)
    #expect(file.dialect == .serverlessDevs && file.notes.isEmpty)
    let apis = file.parts(.api)
    #expect(apis.map(\.pathText) == ["/a", "/b/{id}"] && apis[1][.timeout].spelling == "ServiceTimeout")
    #expect(apis[1].requestParameters.count == 1 && apis[0][.declaredFunctionTimeout].integer == 20)
  }
}
