import Engine
import Linting
import Rules
import Testing

/// Serverless files that look wrong and are not, and files in which one cause could make several rules speak.
@Suite struct ServerlessNearMissTests {
  /// What is found in a text, as `rule severity`, hints left out where `hints` is false.
  private func found(_ text: String, hints: Bool = true) -> [String] {
    Linter(rules: allRules).lint([InputText(display: "serverless.yml", bytes: Array(text.utf8), isNamed: true)])
      .diagnostics.filter { hints || $0.severity != .hint }.map { "\($0.rule) \($0.severity.name)" }
  }

  struct Silent: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  static let silent: [Silent] = [
    Silent(
      "capitals are booleans",
      """
      component: scf
      name: f
      inputs:
        events:
          - apigw:
              parameters:
                endpoints: [{path: /a, method: GET, enableCORS: TRUE, function: {isIntegratedResponse: True}}]
      """),
    Silent(
      "variables nest, stand in paths, and are no ids, environments, methods or numbers",
      """
      component: http
      name: web
      app: ${env:APP}
      inputs:
        region: ${env:REGION}
        faas: {framework: koa, name: '${output:${stage}:${app}:${name}-layer.name}', timeout: '${env:TIMEOUT}'}
        apigw:
          id: ${output:${stage}:${app}:gw.serviceId}
          environment: ${env:STAGE}
          protocols: ${env:PROTOCOLS}
          api: {path: '/${stage}/v1/', method: '${env:METHOD}', timeout: 5, cors: '${env:CORS}'}
          customDomains:
            - {domain: '${env:DOMAIN}', certId: '${env:CERT}', customMap: '${env:MAP}', protocols: [https], pathMap: [{path: /, environment: release}]}
      """),
    Silent(
      "a trailing slash, an empty service id, an empty service name",
      """
      component: scf
      name: f
      inputs:
        events:
          - apigw:
              name: x
              serviceId:
              parameters: {serviceId: , serviceName: , endpoints: [{path: /user/, method: GET}]}
      """),
    Silent(
      "function URLs beside a gateway event",
      """
      component: scf
      name: f
      inputs:
        events:
          - http: {parameters: {netConfig: {enableIntranet: false}}}
          - apigw: {parameters: {endpoints: [{path: /, method: ANY}]}}
      """),
    Silent(
      "the older plugin's event has no parameters",
      """
      service: s
      provider: {name: tencent}
      functions:
        f: {events: [{apigw: {service: service-8dsikiq6, method: ANY, stage: test, auth: true}}]}
      """),
    Silent(
      "the classic framework fills in its variables",
      """
      service: s
      provider: {name: tencent, region: '${opt:region, "ap-guangzhou"}', timeout: '${self:custom.timeout}'}
      functions:
        f: {events: [{apigw: {parameters: {stageName: '${self:provider.stage}', httpMethod: GET, path: '/${file(a.yml):p}'}}}]}
      """),
    Silent(
      "https alone is a choice",
      "component: express\nname: w\ninputs:\n  apigatewayConf:\n    protocols:\n      - https\n"),
    Silent(
      "version one needs no region, protocols or environment, and quotes booleans",
      """
      web:
        component: '@serverless/tencent-express'
        inputs:
          functionName: w
          apigatewayConf:
            customDomain:
              - domain: www.shop.cn
                isDefaultMapping: 'FALSE'
                pathMappingSet: [{path: /, environment: release}]
                protocols: [http]
            auth: {serviceTimeout: 15, secretName: s, secretIds: [abc]}
            usagePlan: {usagePlanId: 1111, usagePlanName: slscmp}
      """),
    Silent(
      "functions may be a list",
      """
      component: multi-scf
      name: m
      inputs:
        functions: [{name: '${app}-a', handler: index.a}, {name: '${app}-b', handler: index.b}]
        triggers:
          - {type: timer, function: '${app}-b', parameters: {name: t}}
          - {type: apigw, parameters: {name: m, apis: [{path: /, method: GET, function: '${app}-a'}]}}
      """),
    Silent(
      "the template library's triggers have no parameters",
      """
      component: scf
      name: f
      inputs:
        triggers: [{type: apigw, name: shop, protocols: [http], environment: release, apis: [{path: /, method: GET}]}]
      """),
    Silent(
      "an exporter's noise, empty collections and placeholders",
      """
      component: http
      name: w
      inputs:
        apigw: {autoCreateDns: true, isAutoCiDeploy: false, static: {}, customDomains: [], serviceId: '', endpoints: [], enableCORS: xxx}
      """),
    Silent(
      "both spellings of the frameworks",
      """
      component: flask
      name: w
      inputs:
        functionConfig: {timeout: 10}
        apigwConfig: {id: service-8dsikiq6, name: s, description: d, timeout: 15, cors: true, qualifier: $LATEST, method: ANY, path: /}
      """),
    Silent(
      "default mappings need no switch when none is written",
      """
      component: apigateway
      name: g
      inputs:
        customDomains: [{domain: api.shop.cn, protocols: [http]}]
        endpoints: [{path: /a, method: GET, function: {functionName: f}}]
      """),
    Silent(
      "a path with a variable and a mark, and the name of a language",
      """
      component: http
      name: web
      inputs:
        faas: {framework: koa, name: C# demo, startCmd: a#b}
        apigw: {name: shop}
      """),
    Silent(
      "a template's switch may be on, its tags unknown",
      """
      Resources:
        default:
          Type: TencentCloud::Serverless::Namespace
          f:
            Type: TencentCloud::Serverless::Function
            Properties:
              Handler: index.main
              Role: !GetAtt Role.Arn
              Events: {gw: {Type: APIGW, Properties: {StageName: test, HttpMethod: ANY, IntegratedResponse: on, Enable: OPEN}}}
      """),
    Silent(
      "Serverless Devs lowers the first letter",
      """
      G:
        Component: apigateway
        Provider: tencent
        Properties:
          Region: ap-guangzhou
          Service: {name: s, Protocols: [http], environment: release}
          API: [{path: /a, Method: GET, Name: a, function: {functionName: f}}]
      """),
    Silent(
      "a component whose defaults are not published",
      """
      component: typecho
      name: blog
      inputs:
        faas: {timeout: 100}
        apigw: {environment: release}
      """),
    Silent(
      "a web component's one API cannot declare parameters",
      """
      component: http
      name: web
      inputs:
        faas: {framework: koa}
        apigw: {api: {path: '/{proxy}/x', method: ANY}}
      """),
    Silent(
      "a framework's file in the form that stood between two others",
      """
      component: koa@dev
      name: web
      inputs:
        faas: {name: web, timeout: 100}
        apigw: {name: shop, serviceTimeout: 20, customDomains: [{domain: a.shop.cn, certificateId: c, certId: c, protocols: [https]}]}
      """),
    Silent(
      "the first version does without endpoints",
      "shop: {component: '@serverless/tencent-apigateway', inputs: {serviceName: shop, protocols: [http]}}\n"),
    Silent(
      "the other plugin's paths begin as they like",
      """
      service: s
      provider: {name: qcloud, region: gz, apiGateway: {name: s, protocol: http&https}}
      functions:
        f: {events: [{http: {method: GET, path: 'users/{id}'}}, {http: 'GET /users'}]}
      """),
    Silent(
      "two services of one name and path",
      """
      component: scf
      name: f
      inputs:
        events:
          - apigw: {parameters: {serviceName: a, endpoints: [{path: /, method: ANY}]}}
          - apigw: {parameters: {serviceName: b, endpoints: [{path: /, method: ANY}]}}
      """),
  ]

  @Test(arguments: silent) func isSilent(_ example: Silent) {
    #expect(found(example.text) == [])
  }

  // MARK: Who speaks

  @Test func aMisplacedKeyIsReportedAtTheKeyAlone() {
    #expect(
      found(
        """
        component: http
        name: w
        inputs:
          faas: {framework: koa, timeout: 30}
          apigw:
            protocols: [https]
            timeout: 60
            customDomains: [{domain: a.shop.cn, certificateId: c, protocols: [https], pathMappingSet: [{path: /, environment: release}]}]
        """) == ["config-key-misplaced warning", "config-key-misplaced warning", "config-key-misplaced warning"])
  }

  @Test func aMisplacedKeyThatChangesNothingIsAHint() {
    #expect(
      found(
        """
        component: http
        name: w
        inputs:
          faas: {framework: koa, timeout: 10}
          apigw: {timeout: 60, serviceDesc: mine, api: {qualifier: $DEFAULT}}
        """) == ["config-key-misplaced hint", "config-key-misplaced hint", "config-key-misplaced hint"])
    #expect(
      found("w: {component: '@serverless/tencent-koa', inputs: {apigatewayConf: {protocol: https}}}\n")
        == ["config-key-misplaced hint"])
  }

  @Test func settingsInTheWrongPlaceAreReadAllTheSame() {
    #expect(
      found(
        """
        component: scf
        name: f
        inputs:
          timeout: 30
          events: [{apigw: {name: x, environment: prod, endpoints: [{path: /, method: GET}]}}]
        """
      ).sorted() == [
        "backend-timeout-below-function warning", "config-enum-invalid error",
        "config-event-parameters-missing error",
      ])
    #expect(
      found("component: express\nname: w\ninputs:\n  inputs:\n    apigatewayConf:\n      environment: prod\n").sorted()
        == ["config-enum-invalid error", "config-nested-inputs error"])
  }

  @Test func aQuotedSwitchIsOneFinding() {
    #expect(
      found(
        """
        component: apigateway
        name: g
        inputs:
          customDomains: [{domain: a.shop.cn, protocols: [http], isDefaultMapping: 'FALSE', pathMappingSet: [{path: /, environment: release}]}]
          endpoints: [{path: /a, method: GET, function: {functionName: f}}]
        """) == ["config-string-boolean warning"])
  }

  @Test func ignoredMappingsThatRepeatTheDefaultAreAHint() {
    #expect(
      found(
        """
        component: apigateway
        name: g
        inputs:
          customDomains: [{domain: a.shop.cn, protocols: [http], pathMappingSet: [{path: /release, environment: release}]}]
          endpoints: [{path: /a, method: GET, function: {functionName: f}}]
        """) == ["route-mapping-ignored hint"])
  }

  @Test func aDisabledGatewaySaysNothingElse() {
    #expect(
      found(
        """
        component: express
        name: w
        inputs:
          functionConf: {timeout: 30}
          apigatewayConf: {isDisabled: true, environment: prod, serviceTimout: 1, protocols: [ftp]}
        """) == ["config-dead-gateway hint"])
  }

  @Test func protocolsInOtherFormsAreHints() {
    #expect(
      found("component: express\nname: w\ninputs:\n  apigatewayConf:\n    protocols: [HTTP, https]\n")
        == ["config-enum-invalid hint"])
    #expect(
      found("component: express\nname: w\ninputs:\n  apigatewayConf:\n    protocols: http&https\n")
        == ["config-enum-invalid hint"])
    #expect(
      found("component: express\nname: w\ninputs:\n  apigatewayConf:\n    protocols: [htps]\n")
        == ["config-enum-invalid error"])
  }

  @Test func demandedKeysAreMissedWhereTheirToolNeedsThem() {
    #expect(
      found(
        """
        component: apigateway
        name: g
        inputs:
          customDomains: [{protocols: [http]}]
          endpoints:
            - {path: /a, function: {functionName: f}}
            - {method: GET, function: {functionName: f}}
            - {apiId: api-8dsikiq6, function: {functionName: f}}
        """) == ["config-required-missing error", "config-required-missing error", "config-required-missing error"])
    #expect(
      found("component: apigateway\nname: g\ninputs:\n  apis: [{path: /, method: GET, function: {functionName: f}}]\n")
        == ["config-key-misplaced warning"])
  }

  @Test func settingsOfAServiceThatEventsDoNotReadSayWhereTheyAreRead() {
    func message(_ setting: String) -> [String] {
      let text = """
        component: scf
        name: f
        inputs:
          region: ap-guangzhou
          events: [{apigw: {parameters: {\(setting), endpoints: [{path: /, method: GET}]}}}]
        """
      return Linter(rules: allRules).lint([InputText(display: "s.yml", bytes: Array(text.utf8), isNamed: true)])
        .diagnostics.map { "\($0.severity.name) \($0.message)" }
    }
    #expect(message("customDomains: [{domain: a.cn}]") == ["warning `customDomains` is not read here."])
    #expect(
      message("usagePlan: {usagePlanId: 1}") == ["warning `usagePlan` is not read here; `endpoints[].usagePlan` is."])
    #expect(message("region: ap-guangzhou") == ["hint `region` is not read here; `inputs.region` is."])
    #expect(message("region: ap-shanghai") == ["warning `region` is not read here; `inputs.region` is."])
  }

  @Test func asynchronousFunctionsAreAHint() {
    #expect(
      found(
        """
        component: scf
        name: f
        inputs:
          timeout: 7200
          events: [{apigw: {parameters: {endpoints: [{path: /, method: GET, serviceTimeout: 90}]}}}]
        """) == ["backend-timeout-below-function hint"])
  }
}
