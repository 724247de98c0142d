import GatewayModel
import Linting

/// `backend-url-invalid`.
let backendURLInvalid: Rule = Rule(
  id: "backend-url-invalid",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError, .badGateway],
  confidence: [.official],
  summary: Text(
    en: "A back end's URL is not of the form `http://host:port`",
    zh: "后端地址不符合 `http://host:port` 的格式"),
  explanation: Text(
    en: """
      `Url` is scheme, host and port and nothing else: `http://` or `https://`, for WEBSOCKET `ws://` or `wss://`, for \
      GRPC `grpc://` or `grpcs://`. The path belongs into `Path`. A scheme of another kind, a missing host, white space \
      or a port that is none are errors; a missing scheme, and a path, query, fragment or user name in the URL are \
      warnings, since older pages of the vendor show some of them.
      """,
    zh: """
      `Url` 只包含协议、主机和端口：`http://` 或 `https://`，WEBSOCKET 用 `ws://` 或 `wss://`，GRPC 用 `grpc://` 或 \
      `grpcs://`；路径应写在 `Path` 中。协议不符、缺少主机、含空白字符或端口无效属于错误；缺少协议，或地址中带有路径、\
      查询字符串、片段标识、用户名，只作警告，因为较早的官方页面出现过这类写法。
      """),
  runtime: Text(
    en: """
      An address that cannot be used answers 481 `API config error.`; one that leads elsewhere answers 502 `Bad \
      Gateway.`.
      """,
    zh: "无法使用的地址返回 481 `API config error.`；指向错误位置的地址返回 502 `Bad Gateway.`。"),
  evidence: Text(
    en: "The vendor's page on back ends gives the form `http(s)://host:port`, without a path.",
    zh: "官方的后端配置页面给出的格式是 `http(s)://host:port`，不带路径。"),
  url: "https://cloud.tencent.com/document/product/628/52199",
  fixSafety: .safe(
    Text(
      en: "A lone slash at the end says nothing. A scheme, or a path moved to another field, is a guess.",
      zh: "末尾单独的斜杠没有含义，可以直接删除；补写协议或移动路径属于猜测。")),
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'a.shop.cn/v1', Path: /a, Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /v1/a, Method: GET}}
        """,
      fixed: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /v1/a, Method: GET}}
        """,
      at: "'a.shop.cn/v1'"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Url: http://172.x.x.x:8xxx
                  Path: /a
                  Method: GET
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Url: http://[2001:db8::7]:8080
                  Path: /a
                  Method: GET
        """,
      at: "http://"),
    Example(
      bad: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend:
                ServiceType: WEBSOCKET
                ServiceConfig:
                  Url: http://a.shop.cn
                  Path: /ws
                  Method: GET
        """,
      good: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend:
                ServiceType: WEBSOCKET
                ServiceConfig:
                  Url: wss://a.shop.cn
                  Path: /ws
                  Method: GET
        """,
      at: "http://"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Url: https://a.shop.cn/
                  Path: /a
                  Method: GET
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Url: https://a.shop.cn
                  Path: /a
                  Method: GET
        """,
      fixed: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Url: https://a.shop.cn
                  Path: /a
                  Method: GET
        """,
      at: "https://"),
  ],
  checks: [.part(.api, checkURL)])

private func checkURL(_ part: Part, _ findings: inout Findings) {
  guard let url = part.calledURL, let origin = part[.backendURL].origin else { return }
  let defects = URLDefect.all(in: url, of: part)
  guard let severity = defects.map(\.severity).max() else { return }
  let phrases = defects.map { $0.phrase(for: part.serviceType) }
  let key = part[.backendURL].spelling
  // A password belongs into no log.
  let value = url.userinfo == nil ? " `\(url.text(0..<url.bytes.count))`" : ""
  findings.report(
    at: .value(origin),
    Text(
      en: "\(key)\(value) \(Text.list(phrases.map(\.en)).en).",
      zh: "\(key)\(value) \(phrases.map(\.zh).joined(separator: "，并且"))。"),
    severity: severity,
    help: help(for: defects, part),
    mends: mend(defects, url, part, origin).map { [$0] } ?? [])
}

private func help(for defects: [URLDefect], _ part: Part) -> Text {
  if defects == [.trailingSlash] {
    return Text(en: "Drop the slash.", zh: "删除末尾的斜杠。")
  }
  let scheme = URLDefect.schemes(of: part.serviceType)[0]
  let path = part[.backendPath].spelling
  return Text(
    en: "Write `\(scheme)://host:port` and nothing else; the path belongs into \(path).",
    zh: "只写 `\(scheme)://host:port`，路径写在 \(path) 中。")
}

/// One edit that cures all defects at once, where there is one.
private func mend(_ defects: [URLDefect], _ url: ParsedURL, _ part: Part, _ origin: Origin) -> Mend? {
  let base = "\(url.schemeName ?? URLDefect.schemes(of: part.serviceType)[0])://\(url.hostAndPort)"
  if defects == [.trailingSlash] {
    let written = url.text(0..<url.path.lowerBound)
    return .safe(Text(en: "drop the slash", zh: "删除末尾的斜杠"), .set(origin, .string(written)))
  }
  if defects == [.noBrackets] {
    return .unsafe(Text(en: "put the address in brackets", zh: "给地址加方括号"), .set(origin, .string(base)))
  }
  let moved = defects.compactMap { if case .path(let path) = $0 { path } else { nil } }.first
  let isMendable = defects.allSatisfy {
    switch $0 {
    case .noScheme, .path, .trailingSlash: true
    default: false
    }
  }
  guard isMendable else { return nil }
  let address = MendStep.set(origin, .string(base))
  guard let moved else { return .unsafe(Text(en: "write `\(base)`", zh: "改为 `\(base)`"), address) }
  let path = part[.backendPath]
  guard !path.isTemplated, path.isBlank || path.text?.hasPrefix("/") == true else { return nil }
  let rest = path.isBlank ? "" : path.text ?? ""
  let joined = (moved.hasSuffix("/") && !rest.isEmpty ? String(moved.dropLast()) : moved) + rest
  return .unsafe(
    Text(en: "write `\(base)` and move the path to `\(joined)`", zh: "改为 `\(base)`，并把路径移到 `\(joined)`"),
    address, path.replacement(.string(joined)))
}
