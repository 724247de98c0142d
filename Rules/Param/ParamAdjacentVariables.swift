import GatewayModel
import Linting

/// `param-adjacent-variables`.
let paramAdjacentVariables: Rule = Rule(
  id: "param-adjacent-variables",
  family: .param,
  severity: .hint,
  confidence: [.official],
  summary: Text(
    en: "Two path variables stand side by side with nothing fixed behind them",
    zh: "两个路径变量相邻，且其后没有固定内容"),
  explanation: Text(
    en: """
      A path variable takes as much as it can, slashes included. In `/{a}/{b}` a request for `/x/y/z` gives `a` the value \
      `x/y`. A fixed segment between or behind the variables settles where one ends.
      """,
    zh: """
      路径变量会尽可能多地匹配，包括斜杠。对于 `/{a}/{b}`，请求 `/x/y/z` 会使 `a` 取到 `x/y`。在变量之间或之后加上固定的\
      路径段，可以确定变量在哪里结束。
      """),
  runtime: Text(
    en: "Requests with more segments than expected reach the back end with other values than expected.",
    zh: "路径段多于预期的请求会以意外的变量值到达后端。"),
  evidence: Text(
    en: "The vendor's FAQ shows the split with three examples.", zh: "厂商的常见问题以三个示例说明了这种匹配方式。"),
  url: "https://cloud.tencent.com/document/product/628/11939",
  examples: [
    Example(
      bad: """
        paths:
          /{shop}/{order}:
            get:
              operationId: getOrder
              parameters:
                - {name: shop, in: path, required: true, schema: {type: string}}
                - {name: order, in: path, required: true, schema: {type: string}}
            delete:
              operationId: dropOrder
              parameters:
                - {name: shop, in: path, required: true, schema: {type: string}}
                - {name: order, in: path, required: true, schema: {type: string}}
        """,
      good: """
        paths:
          /{shop}/{order}/detail:
            get:
              operationId: getOrder
              parameters:
                - {name: shop, in: path, required: true, schema: {type: string}}
                - {name: order, in: path, required: true, schema: {type: string}}
          /{shop}/orders/{order}:
            get:
              operationId: getOrderOf
              parameters:
                - {name: shop, in: path, required: true, schema: {type: string}}
                - {name: order, in: path, required: true, schema: {type: string}}
        """,
      at: "{shop}/{order}:\n    get", exempt: [.anchored: "the alias would take the place of a whole path"])
  ],
  checks: [.document(checkPaths)])

private func checkPaths(_ document: UInt32, _ project: Project, _ findings: inout Findings) {
  for api in project.apisWithOwnPath(in: document) {
    guard let path = api.pathText, let origin = api[.path].origin else { continue }
    let bytes = Array(path.utf8)
    let variables = api.pathVariables
    guard let pair = firstAdjacentPair(variables, in: bytes), !isTSFPair(pair, of: api) else { continue }
    let range = pair.0.range.lowerBound..<pair.1.range.upperBound
    findings.report(
      at: .inside(origin, offset: range.lowerBound, count: range.count),
      Text(
        en: "`{\(pair.0.name)}` also takes slashes, so where it ends and `{\(pair.1.name)}` begins may surprise.",
        zh: "`{\(pair.0.name)}` 也会匹配斜杠，它与 `{\(pair.1.name)}` 的分界可能出乎意料。"),
      help: Text(
        en: "Put a fixed segment between them or behind them, such as `/detail`.",
        zh: "请在两者之间或之后加上固定的路径段，例如 `/detail`。"),
      subject: api.id)
  }
}

/// Two variables with at most a slash between them and nothing fixed up to the end of the path.
private func firstAdjacentPair(_ variables: [PathVariable], in path: [UInt8]) -> (PathVariable, PathVariable)? {
  guard let last = variables.last, isOnlySlashes(path[last.range.upperBound...]) else { return nil }
  var pair: (PathVariable, PathVariable)?
  for (left, right) in zip(variables, variables.dropFirst()).reversed() {
    guard isOnlySlashes(path[left.range.upperBound..<right.range.lowerBound]) else { break }
    pair = (left, right)
  }
  return pair
}

private func isOnlySlashes(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.count <= 1 && bytes.allSatisfy { $0 == UInt8(ascii: "/") }
}

/// Whether the two locate a microservice: `tsf-path-location-adjacent` speaks of them.
private func isTSFPair(_ pair: (PathVariable, PathVariable), of api: Part) -> Bool {
  api.serviceType == .tsf && TSFLocationName(name: pair.0.name) != nil && TSFLocationName(name: pair.1.name) != nil
}
