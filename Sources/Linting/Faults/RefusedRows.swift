import GatewayModel

extension FaultTable {
  /// 403: the request may not pass.
  static let refusedRows: [FaultRow] = [
    FaultRow(
      .noUsagePlan, .wholeService,
      meaning: Text(
        en: "The API wants a key, but no usage plan covers it in this environment.",
        zh: "API 要求密钥认证，但该环境没有适用的使用计划。"),
      cause: Text(
        en: "AuthType is SECRET and no plan is bound to the service or the API in the environment that is called.",
        zh: "AuthType 为 SECRET，而被调用的环境没有绑定到服务或 API 的使用计划。"),
      remedy: Text(
        en: "Bind a usage plan that holds a key to that environment, or set AuthType NONE.",
        zh: "为该环境绑定一个含有密钥的使用计划，或把 AuthType 设为 NONE。")),
    FaultRow(
      .clientIPUnknown, .runtime(missing: .request),
      meaning: Text(en: "The gateway cannot tell the client's address.", zh: "网关无法识别客户端 IP。"),
      cause: Text(en: "An unusual way into the gateway.", zh: "请求以异常方式到达网关。"),
      remedy: Text(en: "Call the gateway over TCP by its domain.", zh: "通过域名以 TCP 方式调用网关。")),
    FaultRow(
      .endpointIPNotAllowed, .partly(missing: .unpublishedList),
      meaning: Text(
        en: "The address of the back end is one that the gateway may not call.", zh: "后端地址属于网关禁止访问的 IP。"),
      cause: Text(
        en: "ServiceConfig.Url holds a loopback, link-local, multicast or otherwise reserved address.",
        zh: "ServiceConfig.Url 使用了环回、链路本地、组播或其他保留地址。"),
      remedy: Text(
        en: "Use a public address or domain, or a VPC back end for private addresses.",
        zh: "请使用公网地址或域名；内网地址请使用 VPC 后端。")),
    FaultRow(
      .parametersFail, .partly(missing: .request),
      meaning: Text(
        en: "The gateway failed to read the parameters of one position.", zh: "网关读取某个位置的参数时出错。"),
      cause: Text(
        en: "A parameter with an unknown position or type, two of one name, or a body parameter without a body.",
        zh: "参数的位置或类型未知、重名，或在没有请求体的方法上声明了 body 参数。"),
      remedy: Text(
        en: "Declare each parameter once, in header, query, path or body, with a documented type.",
        zh: "每个参数只声明一次，位置为 header、query、path 或 body，类型使用文档列出的取值。")),
    FaultRow(
      .webSocketKeyRequired, .partly(missing: .request),
      meaning: Text(
        en: "A WebSocket API was called without a WebSocket handshake.", zh: "WebSocket API 收到了没有握手头的请求。"),
      cause: Text(
        en: "The front end is WEBSOCKET although the API is meant for HTTP, or the client does not upgrade.",
        zh: "API 本是 HTTP，前端协议却是 WEBSOCKET；或客户端没有发起升级。"),
      remedy: Text(
        en: "Set the front protocol to HTTP, or call with `ws://` or `wss://`.",
        zh: "把前端协议改为 HTTP，或用 `ws://`、`wss://` 调用。")),
    FaultRow(
      .webSocketVersionRequired, .partly(missing: .request),
      meaning: Text(
        en: "A WebSocket handshake came without its version header.", zh: "WebSocket 握手缺少版本请求头。"),
      cause: Text(
        en: "As for `need header Sec-WebSocket-Key.`", zh: "同 `need header Sec-WebSocket-Key.`"),
      remedy: Text(
        en: "Set the front protocol to HTTP, or use a WebSocket client.", zh: "把前端协议改为 HTTP，或使用 WebSocket 客户端。")),
    FaultRow(
      .headerRequired, .partly(missing: .request),
      meaning: Text(en: "A header that the API declares as required is missing.", zh: "缺少 API 声明为必填的请求头。"),
      cause: Text(
        en: "The client does not send it, cannot send it (`Host`, `Connection` …), or CORS does not let it through.",
        zh: "客户端没有发送、无法发送（`Host`、`Connection` 等），或跨域配置不放行。"),
      remedy: Text(
        en: "Send it, allow it in CORS, or do not require it.", zh: "发送该请求头、在跨域配置中放行，或取消必填。")),
    FaultRow(
      .pathVariableRequired, .configuration,
      meaning: Text(
        en: "A path parameter cannot be filled from the request path.", zh: "路径参数无法从请求路径中取到值。"),
      cause: Text(
        en: "The parameter is declared, but the front-end path has no variable of exactly that name.",
        zh: "声明了路径参数，但前端路径中没有完全同名的变量。"),
      remedy: Text(
        en: "Write `{name}` into the path, or name the parameter as the path does.",
        zh: "在路径中写上 `{名称}`，或让参数名与路径一致。")),
    FaultRow(
      .queryRequired, .runtime(missing: .request),
      meaning: Text(en: "A required query parameter is missing.", zh: "缺少必填的 query 参数。"),
      cause: Text(en: "The client does not send it.", zh: "客户端没有发送。"),
      remedy: Text(en: "Send it, or do not require it.", zh: "发送该参数，或取消必填。")),
    FaultRow(
      .formContentTypeRequired, .partly(missing: .request),
      meaning: Text(
        en: "The API declares body parameters, so the gateway wants a form.",
        zh: "API 声明了 body 参数，网关因此要求表单格式。"),
      cause: Text(
        en: "A client sends JSON to an API with body parameters.", zh: "向声明了 body 参数的 API 发送了 JSON。"),
      remedy: Text(
        en: "Remove the body parameters: a JSON body is passed through without them. Or send a form.",
        zh: "删除 body 参数：JSON 请求体无需声明即可透传；或改为发送表单。")),
    FaultRow(
      .bodyParameterRequired, .partly(missing: .request),
      meaning: Text(en: "A required form field is missing.", zh: "缺少必填的表单字段。"),
      cause: Text(
        en: "The client does not send it, or the method usually has no body (GET, HEAD, DELETE).",
        zh: "客户端没有发送，或该方法通常没有请求体（GET、HEAD、DELETE）。"),
      remedy: Text(
        en: "Use POST or PUT, or take the value from the query.", zh: "改用 POST 或 PUT，或改从 query 取值。")),
    FaultRow(
      .noApp, .wholeService,
      meaning: Text(
        en: "The API wants an application, but none is bound to it.", zh: "API 要求应用认证，但没有绑定应用。"),
      cause: Text(
        en: "AuthType is APP and no application is bound in the environment that is called.",
        zh: "AuthType 为 APP，而被调用的环境没有绑定应用。"),
      remedy: Text(
        en: "Bind an application to the API in that environment.", zh: "在该环境为 API 绑定应用。")),
  ]
}
