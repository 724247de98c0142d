import GatewayModel

extension FaultTable {
  /// 481: the configuration itself is broken. It is the answer to every call of the API.
  static let configurationRows: [FaultRow] = [
    FaultRow(
      .apiConfigError, .configuration,
      meaning: Text(en: "The stored definition of the API cannot be used.", zh: "API 的配置不可用。"),
      cause: Text(
        en: "The back end is incomplete or of an unknown kind, or a field has the wrong type.",
        zh: "后端配置不完整、类型未知，或某个字段的类型不对。"),
      remedy: Text(
        en: "Complete `x-apigw-backend` for its ServiceType.", zh: "按 ServiceType 补全 `x-apigw-backend`。")),
    FaultRow(
      .tsfConfigError, .configuration,
      meaning: Text(en: "The TSF part of the API cannot be used.", zh: "API 的 TSF 配置不可用。"),
      cause: Text(
        en: "API type and back end disagree, MicroServices is empty or incomplete, or a threshold is impossible.",
        zh: "API 类型与后端不一致、MicroServices 为空或不完整，或阈值不合理。"),
      remedy: Text(
        en: "Set `x-apigw-api-type: TSF` and give each microservice ClusterId, NamespaceId and MicroServiceName.",
        zh: "设置 `x-apigw-api-type: TSF`，并为每个微服务写全 ClusterId、NamespaceId 和 MicroServiceName。")),
    FaultRow(
      .microServiceLocationMissing, .configuration,
      meaning: Text(
        en: "The gateway is not told where a request names its namespace and service.",
        zh: "没有配置从请求的哪里获取命名空间和微服务名。"),
      cause: Text(
        en: "The API lacks the parameter X-NameSpace-Code or X-MicroService-Name.",
        zh: "API 缺少参数 X-NameSpace-Code 或 X-MicroService-Name。"),
      remedy: Text(
        en: "Declare both, in header, query or path, as required.", zh: "在 header、query 或 path 中声明这两个必填参数。")),
    FaultRow(
      .mapFromForm, .configuration,
      meaning: Text(
        en: "The place of a location parameter is written in a form that the gateway cannot read.",
        zh: "位置参数的来源写法无法识别。"),
      cause: Text(
        en: "The parameter stands in a cookie or the body, or `map_from` is not `method.req.<position>.<name>`.",
        zh: "参数位于 cookie 或 body，或 `map_from` 不是 `method.req.<位置>.<名称>`。"),
      remedy: Text(
        en: "Put it in header, query or path: `method.req.header.X-MicroService-Name`.",
        zh: "把它放在 header、query 或 path 中：`method.req.header.X-MicroService-Name`。"),
      otherWordings: [
        "Only support the map_from like method.req.{path}.{}., but *",
        "Only support the map_from like method.req.{path}.{}, but *",
      ]),
    FaultRow(
      .noValidCORSConfig, .configuration,
      meaning: Text(en: "CORS is on, but its configuration is empty or invalid.", zh: "开启了跨域，但配置为空或无效。"),
      cause: Text(
        en: "The attached Cors plugin has no origin or method, a scalar for a list, or a bad max_age.",
        zh: "绑定的 Cors 插件没有来源或方法、该用列表处写成了标量，或 max_age 无效。"),
      remedy: Text(
        en: "Give the plugin `allow_origin`, `allow_methods` and a positive `max_age`.",
        zh: "为插件填写 `allow_origin`、`allow_methods` 和正整数 `max_age`。")),
    FaultRow(
      .oauthPublicKeyError, .configuration,
      meaning: Text(en: "The public key cannot be used.", zh: "公钥不可用。"),
      cause: Text(
        en: "It is not the JSON text of an RSA JWK: a PEM, a certificate, a YAML mapping, a placeholder.",
        zh: "它不是 RSA JWK 的 JSON 文本，例如 PEM、证书、YAML 映射或占位文字。"),
      remedy: Text(
        en:
          "Write `'{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}'`; `gwlint --fix` converts other forms of the same key.",
        zh: "写成 `'{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}'`；`gwlint --fix` 可转换同一密钥的其他形式。")),
    FaultRow(
      .oauthTokenLocationForbidden, .configuration,
      meaning: Text(en: "The place of the id_token is not an allowed one.", zh: "id_token 的位置不被允许。"),
      cause: Text(
        en: "TokenLocation is neither of the two documented values.", zh: "TokenLocation 不是文档列出的两个取值之一。"),
      remedy: Text(
        en: "Write `method.req.header.authorization` or `method.req.header.cookie`.",
        zh: "写成 `method.req.header.authorization` 或 `method.req.header.cookie`。")),
    FaultRow(
      .oauthConfigMissing, .configuration,
      meaning: Text(en: "The authorization API has no OAuth configuration.", zh: "授权 API 没有 OAuth 配置。"),
      cause: Text(en: "OauthConfig is missing or empty.", zh: "缺少 OauthConfig 或其内容为空。"),
      remedy: Text(
        en: "Give it PublicKey and TokenLocation.", zh: "填写 PublicKey 和 TokenLocation。")),
    FaultRow(
      .oauthPublicKeyMissing, .configuration,
      meaning: Text(en: "The OAuth configuration has no public key.", zh: "OAuth 配置没有公钥。"),
      cause: Text(en: "PublicKey is missing or blank.", zh: "缺少 PublicKey 或其值为空。"),
      remedy: Text(
        en: "Write the public key of the authorization server as a JWK in JSON.", zh: "填写认证服务器公钥的 JSON 格式 JWK。")),
    FaultRow(
      .mockConfigError, .configuration,
      meaning: Text(en: "The answer of a MOCK back end cannot be used.", zh: "MOCK 后端的返回配置不可用。"),
      cause: Text(
        en: "The message is missing or no text, the status is no HTTP status, or the headers are no list.",
        zh: "缺少返回内容或它不是文本、状态码无效，或响应头不是列表。"),
      remedy: Text(
        en: "Write a text in ServiceMockReturnMessage and a status such as 200.",
        zh: "在 ServiceMockReturnMessage 中填写文本，状态码写成 200 之类的取值。")),
  ]
}
