import GatewayModel
import Linting

/// `plugin-backend-invalid`.
let pluginBackendInvalid: Rule = Rule(
  id: "plugin-backend-invalid",
  family: .plugin,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.official],
  summary: Text(
    en: "A back end that a plugin leads to cannot be called", zh: "插件指向的后端无法调用"),
  explanation: Text(
    en: """
      Routing and CircuitBreaker plugins carry back ends of their own, with the fields that a back end of an API has, and \
      what is demanded there is demanded here: URL, path and method, a function, a bucket, a message, microservices.
      """,
    zh: """
      条件路由和断路器插件自带后端，字段与 API 的后端相同，要求也相同：地址、路径和方法，云函数，存储桶，返回内容，微服务。
      """),
  runtime: Text(
    en: "Requests that the plugin sends there answer 481 `API config error.`.",
    zh: "被插件转到该后端的请求返回 481 `API config error.`。"),
  evidence: Text(
    en: "The vendor's pages on both plugins refer to the fields of an API's back end.",
    zh: "官方的这两个插件页面均说明后端配置使用 API 后端的字段。"),
  url: "https://cloud.tencent.com/document/product/628/62922",
  fixSafety: .safe(
    Text(
      en: "The edits are those of the rules about an API's back end, under the same conditions.",
      zh: "所做修改与 API 后端的相应规则相同，条件也相同。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: by_tenant
            PluginType: Routing
            PluginData:
              - strategy_name: vip
                condition: header.tenant = "vip"
                backend_type: HTTP
                backend_config:
                  ServiceConfig: {Url: 'http://vip.shop.cn', Path: /}
        """,
      good: """
        Plugins:
          - PluginName: by_tenant
            PluginType: Routing
            PluginData:
              - strategy_name: vip
                condition: header.tenant = "vip"
                backend_type: HTTP
                backend_config:
                  ServiceConfig: {Url: 'http://vip.shop.cn', Path: /, Method: GET}
        """,
      at: "ServiceConfig"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: breaker
            PluginType: CircuitBreaker
            PluginData:
              failure_condition: '{statusCode: [500]}'
              failure_threshold: 10
              time_window: 10
              open_state_duration: 15
              backend_type: MOCK
              backend_config:
                ServiceMockReturnMessage: 503
        """,
      good: """
        Plugins:
          - PluginName: breaker
            PluginType: CircuitBreaker
            PluginData:
              failure_condition: '{statusCode: [500]}'
              failure_threshold: 10
              time_window: 10
              open_state_duration: 15
              backend_type: MOCK
              backend_config:
                ServiceMockReturnMessage: '503'
        """,
      fixed: """
        Plugins:
          - PluginName: breaker
            PluginType: CircuitBreaker
            PluginData:
              failure_condition: '{statusCode: [500]}'
              failure_threshold: 10
              time_window: 10
              open_state_duration: 15
              backend_type: MOCK
              backend_config:
                ServiceMockReturnMessage: '503'
        """,
      at: "503"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: by_tenant
            PluginType: Routing
            PluginData:
              - strategy_name: vip
                condition: header.tenant = "vip"
                backend_type: TSF
                backend_config:
                  X-MicroService-Name: pay
                  X-NameSpace-Code: shop
                  MicroServices: []
        """,
      good: """
        Plugins:
          - PluginName: by_tenant
            PluginType: Routing
            PluginData:
              - strategy_name: vip
                condition: header.tenant = "vip"
                backend_type: TSF
                backend_config:
                  X-MicroService-Name: pay
                  X-NameSpace-Code: shop
                  MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: pay}]
        """,
      at: "[]"),
  ],
  checks: [
    .part(.pluginBackend, checkHTTPCompleteness), .part(.pluginBackend, checkFunctionCompleteness),
    .part(.pluginBackend, checkCOSCompleteness), .part(.pluginBackend, checkMockMessage),
    .part(.pluginBackend, checkMicroServices), .part(.pluginBackend, checkEachMicroService),
  ])
