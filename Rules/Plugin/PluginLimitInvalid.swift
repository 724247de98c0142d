import GatewayModel
import Linting

/// `plugin-limit-invalid`.
let pluginLimitInvalid: Rule = Rule(
  id: "plugin-limit-invalid",
  family: .plugin,
  severity: .error,
  faults: [.rateLimitExceeded],
  confidence: [.official],
  summary: Text(
    en: "A number in a plugin's data is outside the documented range",
    zh: "插件数据中的数值超出文档规定的范围"),
  explanation: Text(
    en: """
      Limits, windows and times of TrafficControl, TrafficControlByParameter, ProxyCache, CircuitBreaker, CustomAuth, \
      CustomReq, Routing and anti-replay plugins have ranges of their own; strategies have names and weights that must not \
      repeat, and at most ten of them fit into one plugin.
      """,
    zh: """
      TrafficControl、TrafficControlByParameter、ProxyCache、CircuitBreaker、CustomAuth、CustomReq、Routing 和防重放插件的限额、\
      窗口和时间各有取值范围；策略的名称和权重不能重复，一个插件最多十条策略。
      """),
  runtime: Text(
    en: "The plugin is refused (`InvalidParameterValue.InvalidPluginConfig`), or it blocks every call with 429.",
    zh: "插件被拒绝（`InvalidParameterValue.InvalidPluginConfig`），或所有调用都返回 429。"),
  evidence: Text(
    en: "The ranges stand on the pages of the plugins. For endpoint_timeout two pages differ: 60 and 1800 seconds.",
    zh: "范围见各插件的官方文档。endpoint_timeout 的上限有两种说法：60 秒和 1800 秒。"),
  url: "https://cloud.tencent.com/document/product/628/46836",
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - {PluginName: limit, PluginType: TrafficControl, PluginData: {expire_type: minute, expire: 1, api_rate_limit: 0}}
        """,
      good: """
        Plugins:
          - {PluginName: limit, PluginType: TrafficControl, PluginData: {expire_type: minute, expire: 1, api_rate_limit: 10}}
        """,
      at: "0}"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - {PluginName: cache, PluginType: ProxyCache, PluginData: {cacheable_methods: [GET], cacheable_response_codes: [200], ttl: 7200}}
        """,
      good: """
        Plugins:
          - {PluginName: cache, PluginType: ProxyCache, PluginData: {cacheable_methods: [GET], cacheable_response_codes: [200], ttl: 3600}}
        """,
      at: "7200"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - {PluginName: breaker, PluginType: CircuitBreaker, PluginData: {failure_threshold: 10, time_window: 5, open_state_duration: 15}}
        """,
      good: """
        Plugins:
          - {PluginName: breaker, PluginType: CircuitBreaker, PluginData: {failure_threshold: 10, time_window: 10, open_state_duration: 300}}
        """,
      at: "5, open"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - {PluginName: login, PluginType: CustomAuth, PluginData: {func_name: f, cache_time: 0, endpoint_timeout: 90}}
        """,
      good: """
        Plugins:
          - {PluginName: login, PluginType: CustomAuth, PluginData: {func_name: f, cache_time: 0, endpoint_timeout: '${T}'}}
        """,
      at: "90"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: limit
            PluginType: TrafficControlByParameter
            PluginData:
              strategies:
                - {name: a, strategy_weight: 10, parameters: [{type: query, name: id}], rate_limit: 5, window: 1}
                - {name: "a", strategy_weight: 20, parameters: [{type: query, name: id}], rate_limit: 5, window: 1}
        """,
      good: """
        Plugins:
          - PluginName: routes
            PluginType: Routing
            PluginData:
              - {strategy_name: a, strategy_weight: 10, condition: 'query.a = "1"', backend_type: MOCK, backend_config: {ServiceMockReturnMessage: a}}
              - {strategy_name: b, strategy_weight: 10, condition: 'query.a = "2"', backend_type: MOCK, backend_config: {ServiceMockReturnMessage: b}}
        """,
      at: "\"a\""),
  ],
  checks: [
    .part(.plugin, checkPluginNumbers), .part(.pluginStrategy, checkStrategyNumbers),
    .part(.pluginBackend, checkRoutingWeight),
  ])

private struct NumberRange {
  let field: FieldName
  let range: ClosedRange<Int64>
}

private let unlimited = Int64.max

private func ranges(of kind: PluginKind) -> [NumberRange] {
  func positive(_ fields: FieldName...) -> [NumberRange] { fields.map { NumberRange(field: $0, range: 1...unlimited) } }
  return switch kind {
  case .trafficControl: positive(.expire, .apiRateLimit, .appRateLimit, .ipRateLimit)
  case .trafficControlByParameter:
    [
      NumberRange(field: .defaultWindow, range: 0...unlimited),
      NumberRange(field: .defaultRateLimit, range: 0...unlimited),
    ]
  case .proxyCache: [NumberRange(field: .cacheTTL, range: 1...3600)]
  case .circuitBreaker:
    positive(.failureThreshold) + [
      NumberRange(field: .timeWindow, range: 10...90), NumberRange(field: .openStateDuration, range: 15...300),
    ]
  case .customAuthentication:
    [NumberRange(field: .cacheTime, range: 0...3600), NumberRange(field: .endpointTimeout, range: 0...1800)]
  case .customRequest, .customResponse: [NumberRange(field: .endpointTimeout, range: 0...1800)]
  case .antiReplay: [NumberRange(field: .nonceTTL, range: 1...1800)]
  case .cors, .ipControl, .routing: []
  }
}

private let strategyLimit = 10
private let specialLimit = 30
private let nameLimit = 50
private let shortTimeout: Int64 = 60

private func checkPluginNumbers(_ plugin: Part, _ findings: inout Findings) {
  guard let kind = plugin.pluginKind else { return }
  let faults: [Fault] = kind.exclusionGroup == .trafficControl ? [.rateLimitExceeded] : []
  for limit in ranges(of: kind) { check(plugin[limit.field], limit.range, &findings, faults: faults) }
  let timeout = plugin[.endpointTimeout]
  if let seconds = timeout.integer, (shortTimeout + 1...1800).contains(seconds), let origin = timeout.origin {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(timeout.spelling) is \(seconds) seconds; the plugin's table allows 60, its text 1800.",
        zh: "\(timeout.spelling) 为 \(seconds) 秒；插件文档的表格上限是 60 秒，正文上限是 1800 秒。"), severity: .warning,
      help: Text(
        en: "Write at most \(shortTimeout), which both allow.",
        zh: "请填写不超过 \(shortTimeout) 的值，这样两种说法都满足。"),
      faults: [])
  }
  if kind == .trafficControl {
    for list in [plugin[.specAppRateLimits], plugin[.specIPRateLimits]] { check(list, atMost: specialLimit, &findings) }
  }
  let strategies = plugin.children(.pluginStrategy) + plugin.children(.pluginBackend)
  guard kind == .trafficControlByParameter || kind == .routing else { return }
  check(kind == .routing ? plugin[.pluginData] : plugin[.strategies], atMost: strategyLimit, &findings)
  checkRepetition(strategies, .strategyName, &findings)
  if kind == .trafficControlByParameter { checkRepetition(strategies, .strategyWeight, &findings) }
}

private func check(
  _ field: Field, _ range: ClosedRange<Int64>, _ findings: inout Findings, faults: [Fault] = []
) {
  guard let number = field.integer, !range.contains(number), let origin = field.origin else { return }
  let allowed =
    range.upperBound == unlimited
    ? Text(en: "at least \(range.lowerBound)", zh: "不小于 \(range.lowerBound)")
    : Text(en: "\(range.lowerBound) to \(range.upperBound)", zh: "\(range.lowerBound)–\(range.upperBound)")
  findings.report(
    at: .value(origin),
    Text(
      en: "\(field.spelling) is \(number); the documentation allows \(allowed.en).",
      zh: "\(field.spelling) 为 \(number)，文档规定应为 \(allowed.zh)。"), faults: faults)
}

private func check(_ list: Field, atMost limit: Int, _ findings: inout Findings) {
  guard list.shape == .list, list.items.count > limit, let origin = list.origin else { return }
  let count = list.items.count
  findings.report(
    at: .value(origin),
    Text(
      en: "\(list.spelling) has \(count) items; the plugin takes \(limit).",
      zh: "\(list.spelling) 有 \(count) 项，上限为 \(limit) 项。"))
}

private func checkRepetition(_ parts: [Part], _ name: FieldName, _ findings: inout Findings) {
  var first: [String: Origin] = [:]
  for part in parts {
    let field = part[name]
    guard !field.isTemplated, let text = field.text, let origin = field.origin else { continue }
    if let other = first[text] {
      findings.report(
        at: .value(origin),
        Text(
          en: "\(field.spelling) `\(text)` is used by another strategy of this plugin.",
          zh: "\(field.spelling) `\(text)` 已被该插件的另一条策略使用。"),
        help: Text(
          en: "Give each strategy of the plugin a \(field.spelling) of its own.",
          zh: "请为该插件的每条策略填写不同的 \(field.spelling)。"),
        related: [RelatedPlace(.value(other), Text(en: "used here", zh: "已在此处使用"))], subject: part.id)
    } else {
      first[text] = origin
    }
  }
}

private func checkStrategyNumbers(_ strategy: Part, _ findings: inout Findings) {
  check(strategy[.strategyWeight], 0...100, &findings)
  check(strategy[.rateWindow], 0...unlimited, &findings)
  check(strategy[.rateLimit], 0...unlimited, &findings)
  check(strategy[.strategyParameters], atMost: 1, &findings)
  checkNameLength(strategy, &findings)
}

private func checkRoutingWeight(_ backend: Part, _ findings: inout Findings) {
  check(backend[.strategyWeight], 0...100, &findings)
  checkNameLength(backend, &findings)
}

private func checkNameLength(_ strategy: Part, _ findings: inout Findings) {
  let name = strategy[.strategyName]
  guard !name.isTemplated, let text = name.text, text.count > nameLimit, let origin = name.origin else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(name.spelling) has \(text.count) characters; at most \(nameLimit) are allowed.",
      zh: "\(name.spelling) 有 \(text.count) 个字符，最多 \(nameLimit) 个。"))
}
