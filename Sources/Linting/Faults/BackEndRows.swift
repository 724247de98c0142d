import GatewayModel

extension FaultTable {
  /// 499, 5xx and the network layer.
  static let backEndRows: [FaultRow] = [
    FaultRow(
      .clientClosedConnection, .runtime(missing: .request),
      meaning: Text(en: "The client gave up before the answer came.", zh: "客户端在收到响应前断开了连接。"),
      cause: Text(
        en: "The back end is slower than the client waits.", zh: "后端响应时间超过客户端的等待时间。"),
      remedy: Text(
        en: "Raise the client's time-out, or make the back end faster.", zh: "调大客户端超时时间，或优化后端。"),
      otherWordings: ["Client closed connetion"]),
    FaultRow(
      .queryParametersError, .partly(missing: .request),
      meaning: Text(en: "The gateway failed to build the parameters for the back end.", zh: "网关处理后端参数时出错。"),
      cause: Text(
        en: "A back-end parameter takes its value from a front-end parameter that is not declared.",
        zh: "后端参数引用了没有声明的前端参数。"),
      remedy: Text(
        en: "Declare the front-end parameter, or name the one that is meant.", zh: "声明该前端参数，或改成正确的名称。")),
    FaultRow(
      .internalServerError, .partly(missing: .backEnd),
      meaning: Text(
        en: "The gateway failed inside, or may not reach the back end.", zh: "网关内部错误，或无权访问后端。"),
      cause: Text(
        en: "An address that the gateway may not call, or a VPC other than the service's.",
        zh: "后端地址不允许访问，或 VPC 与服务不一致。"),
      remedy: Text(
        en: "Check address and VPC of the back end; a 500 of the back end itself looks the same.",
        zh: "检查后端地址和 VPC；后端自身返回的 500 看起来一样。")),
    FaultRow(
      .badGateway, .partly(missing: .backEnd),
      meaning: Text(en: "The back end refused the connection or answered nonsense.", zh: "后端拒绝连接或响应无效。"),
      cause: Text(
        en: "A wrong port, https to an http port or the reverse, or an overloaded back end.",
        zh: "端口错误、对 http 端口使用 https（或相反），或后端过载。"),
      remedy: Text(
        en: "Try the back end's address with the same scheme and port.", zh: "用相同的协议和端口直接访问后端验证。")),
    FaultRow(
      .balancerError, .partly(missing: .backEnd),
      meaning: Text(en: "The domain of the back end does not resolve.", zh: "后端域名无法解析。"),
      cause: Text(
        en: "A placeholder, a private or reserved name, or a domain without a public DNS record.",
        zh: "占位域名、内部或保留域名，或没有公网解析记录。"),
      remedy: Text(
        en: "Use a name that public DNS knows, or a VPC back end.", zh: "使用公网可解析的域名，或 VPC 后端。")),
    FaultRow(
      .gatewayTimeout, .partly(missing: .backEnd),
      meaning: Text(
        en: "The back end did not answer within the API's time-out.", zh: "后端没有在 API 的超时时间内响应。"),
      cause: Text(
        en: "The time-out is shorter than the work takes, or shorter than the function's own.",
        zh: "超时时间短于处理时间，或短于云函数自身的超时时间。"),
      remedy: Text(
        en: "Raise `x-apigw-service-timeout` (1 to 1800 seconds, TSF 30).",
        zh: "调大 `x-apigw-service-timeout`（1–1800 秒，TSF 最多 30 秒）。")),
    FaultRow(
      .tlsHandshakeFailed, .partly(missing: .deployment),
      meaning: Text(
        en: "The TLS handshake failed before the gateway saw a request.", zh: "TLS 握手在到达网关之前就失败了。"),
      cause: Text(
        en: "A custom domain with https but without a certificate, or a client that sends no SNI.",
        zh: "自定义域名启用了 https 却没有证书，或客户端不支持 SNI。"),
      remedy: Text(
        en: "Give the domain its certificate; use a client with SNI.", zh: "为域名配置证书；使用支持 SNI 的客户端。"),
      otherWordings: [
        "SSL_ERROR_SYSCALL", "*SSL_ERROR_SYSCALL*", "*TLSV1_ALERT_INTERNAL_ERROR", "*TLSV1 ALERT_INTERNAL_ERROR",
      ]),
  ]
}
