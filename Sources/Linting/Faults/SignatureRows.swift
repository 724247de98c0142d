import GatewayModel

extension FaultTable {
  /// 401 of the key-pair signature.
  static let signatureRows: [FaultRow] = [
    FaultRow(
      .hmacKeyNotBound, .partly(missing: .clientKeys),
      meaning: Text(
        en: "The request is signed with a key that no usage plan of this API knows.",
        zh: "请求所用的密钥没有绑定到该 API 的任何使用计划。"),
      cause: Text(
        en: "The key is in no plan, or its plan is bound to another service, API or environment.",
        zh: "密钥不在任何使用计划中，或其使用计划绑定在别的服务、API 或环境上。"),
      remedy: Text(
        en: "Bind the key to a usage plan that is bound to this service or API in the environment that is called.",
        zh: "把密钥绑定到某个使用计划，并让该使用计划绑定被调用环境中的服务或 API。")),
    FaultRow(
      .hmacXDateRequired, .runtime(missing: .request),
      meaning: Text(en: "The signed request has no usable `x-date` header.", zh: "签名请求没有可用的 `x-date` 请求头。"),
      cause: Text(
        en: "The client does not send `x-date`, or its value is no HTTP date in GMT.",
        zh: "客户端没有发送 `x-date`，或其值不是 GMT 格式的 HTTP 日期。"),
      remedy: Text(
        en: "Send `x-date` in the form `Mon, 02 Jan 2006 15:04:05 GMT` and sign it.",
        zh: "按 `Mon, 02 Jan 2006 15:04:05 GMT` 的格式发送 `x-date` 并参与签名。")),
    FaultRow(
      .hmacXDateOutOfDate, .runtime(missing: .request),
      meaning: Text(
        en: "`x-date` lies more than 15 minutes off the gateway's clock.", zh: "`x-date` 与网关时间相差超过 15 分钟。"),
      cause: Text(
        en: "The client's clock is wrong, or the request was signed long before it was sent.",
        zh: "客户端时钟不准，或签名后过了很久才发送。"),
      remedy: Text(
        en: "Set the client's clock and sign each request when it is sent.", zh: "校准客户端时钟，并在发送时才签名。")),
    FaultRow(
      .hmacDateRequired, .runtime(missing: .request),
      meaning: Text(
        en: "The signed request has neither `date` nor `x-date`.", zh: "签名请求既没有 `date` 也没有 `x-date`。"),
      cause: Text(
        en: "The client sends no date. In a browser, the header is dropped where CORS does not allow it.",
        zh: "客户端没有发送日期。浏览器中，跨域配置不允许的请求头会被丢弃。"),
      remedy: Text(
        en: "Send `x-date`; for browsers, allow it and `authorization` in the Cors plugin.",
        zh: "发送 `x-date`；浏览器场景请在 Cors 插件中放行该头和 `authorization`。")),
    FaultRow(
      .hmacIdOrSignatureMissing, .runtime(missing: .request),
      meaning: Text(
        en: "The `authorization` header lacks `id` or `signature`.", zh: "`authorization` 请求头缺少 `id` 或 `signature`。"),
      cause: Text(en: "The client builds the header wrongly.", zh: "客户端拼接请求头有误。"),
      remedy: Text(
        en: "Send `hmac id=\"…\", algorithm=\"…\", headers=\"…\", signature=\"…\"`.",
        zh: "按 `hmac id=\"…\", algorithm=\"…\", headers=\"…\", signature=\"…\"` 发送。")),
    FaultRow(
      .hmacMultipleHeaders, .runtime(missing: .request),
      meaning: Text(en: "A header that is signed was sent with several values.", zh: "参与签名的请求头带有多个值。"),
      cause: Text(en: "The client or a proxy sends the header twice.", zh: "客户端或代理重复发送了该请求头。"),
      remedy: Text(en: "Send every signed header once.", zh: "每个参与签名的请求头只发送一次。")),
    FaultRow(
      .hmacHeaderRequired, .runtime(missing: .request),
      meaning: Text(
        en: "A header that `authorization` lists as signed is not in the request.",
        zh: "`authorization` 声明参与签名的请求头不在请求中。"),
      cause: Text(
        en: "The client signs a header that it does not send, or a proxy removes it.",
        zh: "客户端对没有发送的请求头签名，或代理删除了它。"),
      remedy: Text(en: "Send the header, or leave it out of `headers`.", zh: "发送该请求头，或从 `headers` 中去掉它。")),
    FaultRow(
      .hmacAlgorithmNotSupported, .runtime(missing: .request),
      meaning: Text(en: "The signature algorithm is none that the gateway knows.", zh: "签名算法不受支持。"),
      cause: Text(
        en: "`algorithm` is not hmac-sha1, hmac-sha256, hmac-sha384 or hmac-sha512.",
        zh: "`algorithm` 不是 hmac-sha1、hmac-sha256、hmac-sha384 或 hmac-sha512。"),
      remedy: Text(en: "Sign with one of these four.", zh: "请改用上述四种算法之一。")),
    FaultRow(
      .hmacFormatError, .runtime(missing: .request),
      meaning: Text(en: "The `authorization` header cannot be read.", zh: "`authorization` 请求头无法解析。"),
      cause: Text(
        en: "The client builds it wrongly, or the API declares a parameter of that name with another meaning.",
        zh: "客户端拼接有误，或 API 自己声明了同名但含义不同的参数。"),
      remedy: Text(
        en: "Follow the documented form; give the API's own parameter another name.",
        zh: "按文档格式发送；API 自己的参数请换一个名字。")),
    FaultRow(
      .hmacHeadersInvalid, .runtime(missing: .request),
      meaning: Text(en: "The `authorization` header has too few parts.", zh: "`authorization` 请求头的参数不足。"),
      cause: Text(en: "The client leaves out `headers` or `algorithm`.", zh: "客户端漏掉了 `headers` 或 `algorithm`。"),
      remedy: Text(en: "Send all four parts.", zh: "四个部分都要发送。")),
    FaultRow(
      .hmacSignatureNotVerified, .partly(missing: .clientKeys),
      meaning: Text(
        en: "The key is unknown or disabled, or is not bound to the service in this environment.",
        zh: "密钥无法识别、已停用，或没有在该环境绑定到服务。"),
      cause: Text(
        en: "A usage plan without usable keys, or one that is bound to an environment the service is not released to.",
        zh: "使用计划中没有可用的密钥，或使用计划绑定的环境并未发布该服务。"),
      remedy: Text(
        en: "Enable the key, put it into the plan, and bind the plan to the environment that is called.",
        zh: "启用密钥、加入使用计划，并把使用计划绑定到被调用的环境。")),
    FaultRow(
      .hmacSignatureMismatch, .runtime(missing: .request),
      meaning: Text(en: "The gateway computes another signature.", zh: "网关计算出的签名与请求不一致。"),
      cause: Text(
        en: "A wrong secret, another order of headers, or a path signed with its environment segment.",
        zh: "SecretKey 错误、请求头顺序不同，或签名时路径带了环境名。"),
      remedy: Text(
        en: "Sign exactly what is sent, the path without `/release`, `/test` or `/prepub`.",
        zh: "对实际发送的内容签名，路径不要带 `/release`、`/test` 或 `/prepub`。")),
  ]
}
