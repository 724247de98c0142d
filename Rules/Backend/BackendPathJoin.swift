import GatewayModel
import Linting
import Routing

/// `backend-path-join`.
let backendPathJoin: Rule = Rule(
  id: "backend-path-join",
  family: .backend,
  severity: .warning,
  faults: [],
  confidence: [.official, .inferred],
  summary: Text(
    en: "Front-end and back-end path differ in their final slash",
    zh: "前端路径与后端路径末尾的斜杠不一致"),
  explanation: Text(
    en: """
      A plain front-end path takes every request that begins with it. The gateway cuts it off and puts the back-end path \
      in its place, as text. If one of them ends with a slash and the other does not, what follows is glued to the last \
      word of the back-end path, or stands behind two slashes.
      """,
    zh: """
      普通前端路径会匹配所有以它开头的请求。网关按文本把前端路径截掉，再换成后端路径。如果二者只有一个以斜杠结尾，\
      后面的内容就会直接粘在后端路径的最后一段上，或者出现两个连续的斜杠。
      """),
  runtime: Text(
    en: "The back end is called with a path that it does not know, and usually answers 404 itself.",
    zh: "后端收到它不认识的路径，通常由后端自己返回 404。"),
  evidence: Text(
    en: """
      The vendor's FAQ describes the join with an example whose slashes agree; what happens where they do not follows \
      from it. A back-end path `/` behind a path without a slash is a hint: the vendor's own samples have it.
      """,
    zh: """
      官方常见问题用斜杠一致的例子说明了拼接规则，斜杠不一致时的结果由此推得。后端路径为 `/` 而前端路径不带斜杠时只作\
      提示，因为官方示例就是这样写的。
      """),
  url: "https://cloud.tencent.com/document/product/628/11939",
  fixSafety: .unsafe(
    Text(
      en: "The back end is called with another path than before.",
      zh: "修改后调用后端的路径会发生变化。")),
  examples: [
    Example(
      bad: """
        paths:
          /product/:
            get:
              operationId: p
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /tencent, Method: GET}}
        """,
      good: """
        paths:
          /product/:
            get:
              operationId: p
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /tencent/, Method: GET}}
        """,
      fixed: """
        paths:
          /product/:
            get:
              operationId: p
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /tencent/, Method: GET}}
        """,
      at: "/tencent"),
    Example(
      bad: """
        paths:
          /product:
            get:
              operationId: p
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /tencent/, Method: GET}}
        """,
      good: """
        paths:
          /product/{id}:
            get:
              operationId: p
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '/tencent/', Method: GET}}
        """,
      fixed: """
        paths:
          /product:
            get:
              operationId: p
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /tencent, Method: GET}}
        """,
      at: "/tencent/"),
  ],
  checks: [.part(.api, checkJoin)])

private func checkJoin(_ part: Part, _ findings: inout Findings) {
  // A COS back end takes its path as it is, or not at all.
  guard part.serviceType != .cos, let back = part.calledPath, back.hasPrefix("/"), let front = part.pathText,
    front.hasPrefix("/"), PathPattern(front).kind == .plain, front.hasSuffix("/") != back.hasSuffix("/"),
    let origin = part[.backendPath].origin
  else { return }
  let joined = back + (front.hasSuffix("/") ? "list" : "/list")
  let asked = front + (front.hasSuffix("/") ? "list" : "/list")
  let wanted = front.hasSuffix("/") ? back + "/" : String(back.dropLast())
  let isRoot = back == "/"
  findings.report(
    at: .value(origin),
    Text(
      en: "A request of `\(asked)` is forwarded as `\(joined)`: \(part[.backendPath].spelling) and the front-end path "
        + "differ in their final slash.",
      zh: "请求 `\(asked)` 会转发为 `\(joined)`：\(part[.backendPath].spelling) 与前端路径末尾的斜杠不一致。"),
    severity: isRoot ? .hint : nil,
    help: isRoot
      ? Text(
        en: "Harmless where no sub-path is asked for; else end the front-end path with `/` as well.",
        zh: "如果不会请求子路径则没有影响；否则请让前端路径也以 `/` 结尾。")
      : Text(en: "Write `\(wanted)`, or change the front-end path.", zh: "改为 `\(wanted)`，或修改前端路径。"),
    related: part[.path].origin.map {
      [RelatedPlace(.value($0), Text(en: "the front-end path", zh: "前端路径"))]
    } ?? [],
    mends: isRoot
      ? [] : [.unsafe(Text(en: "write `\(wanted)`", zh: "改为 `\(wanted)`"), .set(origin, .string(wanted)))])
}
