import GatewayModel

extension FaultTable {
  /// 405, 426 and 429.
  static let methodAndProtocolRows: [FaultRow] = [
    FaultRow(
      .methodNotAllowed, .partly(missing: .request),
      meaning: Text(en: "The path is known, the method is not.", zh: "路径存在，但不允许该方法。"),
      cause: Text(
        en: "Only other methods are defined for the path: OPTIONS with CORS off, HEAD beside GET.",
        zh: "该路径只定义了其他方法，例如未开启跨域时的 OPTIONS，或只有 GET 时的 HEAD。"),
      remedy: Text(
        en: "Define the method, open CORS for preflight, or use ANY.", zh: "定义该方法、为预检开启跨域，或使用 ANY。")),
    FaultRow(
      .httpsNotAllowed, .partly(missing: .deployment),
      meaning: Text(en: "The service or domain is http only.", zh: "服务或域名只支持 http。"),
      cause: Text(
        en: "The protocol of the service or of the custom domain does not contain https.",
        zh: "服务或自定义域名的协议不含 https。"),
      remedy: Text(en: "Set both to http&https or https.", zh: "把两者设为 http&https 或 https。")),
    FaultRow(
      .httpNotAllowed, .partly(missing: .deployment),
      meaning: Text(en: "The service or domain is https only.", zh: "服务或域名只支持 https。"),
      cause: Text(
        en: "The protocol of the service or of the custom domain does not contain http, and nothing redirects.",
        zh: "服务或自定义域名的协议不含 http，也没有强制跳转。"),
      remedy: Text(
        en: "Call with https, allow http, or force https on the domain.", zh: "用 https 调用、允许 http，或在域名上开启强制 https。")),
    FaultRow(
      .protocolNotAllowed, .partly(missing: .request),
      meaning: Text(en: "The API is not served over this protocol.", zh: "API 不支持该协议。"),
      cause: Text(
        en: "A WebSocket API was called over plain HTTP, or the front protocol is no documented word.",
        zh: "用普通 HTTP 调用了 WebSocket API，或前端协议不是文档列出的取值。"),
      remedy: Text(
        en: "Set the front protocol to HTTP or WEBSOCKET, as clients call.", zh: "按客户端的调用方式把前端协议设为 HTTP 或 WEBSOCKET。")),
    FaultRow(
      .rateLimitExceeded, .partly(missing: .traffic),
      meaning: Text(en: "More requests a second than a limit allows.", zh: "请求频率超过限制。"),
      cause: Text(
        en: "Traffic, or a limit of a plan or plugin that is 0 or far too small.", zh: "流量过大，或使用计划、插件的限制为 0 或过小。"),
      remedy: Text(
        en: "Raise the limit: the smallest of service, API, plan and plugin counts.",
        zh: "调高限制：服务、API、使用计划和插件中最小的一个生效。")),
    FaultRow(
      .quotaExceeded, .partly(missing: .traffic),
      meaning: Text(en: "The quota of the usage plan is used up.", zh: "使用计划的配额已用完。"),
      cause: Text(en: "MaxRequestNum is reached, or is 0.", zh: "达到了 MaxRequestNum，或其值为 0。"),
      remedy: Text(en: "Raise it; -1 means no limit.", zh: "调高配额；-1 表示不限制。")),
    FaultRow(
      .crossOriginClosed, .partly(missing: .request),
      meaning: Text(
        en: "A browser called from another origin, and CORS is off for the API.", zh: "浏览器跨域调用，而 API 没有开启跨域。"),
      cause: Text(
        en: "The CORS flag is off and no Cors plugin is attached in this environment.",
        zh: "没有打开跨域开关，该环境也没有绑定 Cors 插件。"),
      remedy: Text(
        en: "Set `x-apigw-cors: true`, or attach a Cors plugin.", zh: "设置 `x-apigw-cors: true`，或绑定 Cors 插件。"),
      otherWordings: ["req is cross origin, api * need open cors flag on qcloud apigateway"]),
  ]
}
