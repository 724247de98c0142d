import GatewayModel

extension FaultTable {
  /// 401 of OAuth 2.0.
  static let oauthTokenRows: [FaultRow] = [
    FaultRow(
      .oauthServerCallFailed, .partly(missing: .backEnd),
      meaning: Text(
        en: "The gateway could not call the back end of the authorization API.", zh: "网关调用授权 API 的后端失败。"),
      cause: Text(
        en: "The authorization API has no usable back-end address, or its server does not answer.",
        zh: "授权 API 没有可用的后端地址，或认证服务器没有响应。"),
      remedy: Text(
        en: "Mend the back end of the authorization API and try its URL from outside.",
        zh: "修正授权 API 的后端配置，并从外部访问其地址验证。")),
    FaultRow(
      .oauthRelationMissing, .configuration,
      meaning: Text(
        en: "The business API has no authorization API that could check its id_token.",
        zh: "业务 API 没有关联可校验 id_token 的授权 API。"),
      cause: Text(
        en: "AuthRelationApiId is missing, or names an API that is no authorization API of the same service.",
        zh: "缺少 AuthRelationApiId，或它指向的不是同一服务中的授权 API。"),
      remedy: Text(
        en: "Name an API of the same service with AuthType OAUTH and ApiBusinessType OAUTH.",
        zh: "请指定同一服务中 AuthType 为 OAUTH 且 ApiBusinessType 为 OAUTH 的 API。")),
    FaultRow(
      .oauthTokenMissing, .runtime(missing: .request),
      meaning: Text(en: "The request carries no id_token.", zh: "请求没有携带 id_token。"),
      cause: Text(
        en: "The client sends none, or a browser may not send cookies because CORS allows no credentials.",
        zh: "客户端没有发送，或跨域配置不允许携带凭证，浏览器不发送 Cookie。"),
      remedy: Text(
        en: "Send the token where TokenLocation says; for cookies across origins, allow credentials.",
        zh: "在 TokenLocation 指定的位置发送令牌；跨域使用 Cookie 时请允许携带凭证。")),
    FaultRow(
      .oauthHeaderRequired, .runtime(missing: .request),
      meaning: Text(en: "The request has no `authorization` header.", zh: "请求没有 `authorization` 请求头。"),
      cause: Text(en: "The client sends no token.", zh: "客户端没有发送令牌。"),
      remedy: Text(
        en: "Send `Authorization: Bearer id_token=\"…\"`.", zh: "发送 `Authorization: Bearer id_token=\"…\"`。")),
    FaultRow(
      .oauthHeaderFormatError, .runtime(missing: .request),
      meaning: Text(
        en: "`authorization` is not of the form `Bearer id_token=\"…\"`.",
        zh: "`authorization` 不是 `Bearer id_token=\"…\"` 的形式。"),
      cause: Text(
        en: "The client sends a bare JWT, or the API declares a parameter of that name with another meaning.",
        zh: "客户端直接发送 JWT，或 API 自己声明了同名但含义不同的参数。"),
      remedy: Text(
        en: "Send `Authorization: Bearer id_token=\"…\"`.", zh: "发送 `Authorization: Bearer id_token=\"…\"`。")),
    FaultRow(
      .oauthHeaderNotFound, .runtime(missing: .request),
      meaning: Text(en: "No authentication header was found.", zh: "没有找到认证请求头。"),
      cause: Text(en: "The client sends none.", zh: "客户端没有发送。"),
      remedy: Text(
        en: "Send `Authorization: Bearer id_token=\"…\"`.", zh: "发送 `Authorization: Bearer id_token=\"…\"`。")),
    FaultRow(
      .oauthTokenNotFound, .runtime(missing: .request),
      meaning: Text(
        en: "The header or cookie is there, but no id_token is in it.", zh: "请求头或 Cookie 存在，但其中没有 id_token。"),
      cause: Text(en: "The client uses another name.", zh: "客户端使用了别的名称。"),
      remedy: Text(
        en: "Name it `id_token`, in the header as in the cookie.", zh: "无论请求头还是 Cookie，名称都应为 `id_token`。")),
    FaultRow(
      .oauthTokenVerifyError, .runtime(missing: .request),
      meaning: Text(en: "The id_token does not pass verification.", zh: "id_token 校验失败。"),
      cause: Text(
        en: "It is expired, is signed with another key, or the public key is of a kind other than RSA for RS256.",
        zh: "令牌过期、由其他密钥签发，或公钥不是用于 RS256 的 RSA 公钥。"),
      remedy: Text(
        en: "Sign with RS256 and the private half of the configured key; set `iat` and `exp`.",
        zh: "用所配公钥对应的私钥以 RS256 签发，并设置 `iat` 和 `exp`。")),
  ]
}
