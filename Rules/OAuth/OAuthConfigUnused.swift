import GatewayModel
import Linting

/// `oauth-config-unused`.
let oauthConfigUnused: Rule = Rule(
  id: "oauth-config-unused",
  family: .oauth,
  severity: .warning,
  faults: [],
  confidence: [.sdk],
  summary: Text(
    en: "OAuth settings have no effect on this API",
    zh: "OAuth 设置对该 API 不起作用"),
  explanation: Text(
    en: """
      `OauthConfig`, `AuthRelationApiId` and `ApiBusinessType: OAUTH` count only where `AuthType` is `OAUTH`, and \
      `OauthConfig` only on the authorization API. Elsewhere the API is open to everyone, or protected in another way.
      """,
    zh: """
      `OauthConfig`、`AuthRelationApiId` 和 `ApiBusinessType: OAUTH` 仅在 `AuthType` 为 `OAUTH` 时生效，\
      其中 `OauthConfig` 只对授权 API 有效。否则该 API 可能没有任何保护，或采用了其他认证方式。
      """),
  runtime: Text(
    en: "The setting is ignored; the API may be unprotected.",
    zh: "设置被忽略，API 可能没有保护。"),
  evidence: Text(
    en: "The comments of the Cloud API say that the fields count when AuthType is OAUTH.",
    zh: "云 API 的字段说明写明 AuthType 为 OAUTH 时生效。"),
  url: OAuthExamples.page,
  fixSafety: .unsafe(
    Text(
      en: "Whether the protection or the leftover setting is meant, only you know.",
      zh: "究竟是要启用保护还是删除残留设置，需要自行判断。")),
  examples: [
    Example(
      bad: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: NONE
              x-apigw-api-business-type: OAUTH
        """,
      good: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: NONE
              x-apigw-api-business-type: NORMAL
        """,
      fixed: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: NONE
              x-apigw-api-business-type: NORMAL
        """,
      at: "OAUTH"),
    Example(
      bad: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-relation-api: issueToken
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      good: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: '${self:custom.auth}'
              x-apigw-auth-relation-api: issueToken
        """,
      fixed: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-relation-api: issueToken
              x-apigw-auth-type: OAUTH
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      at: "x-apigw-auth-relation-api"),
    Example(
      bad: """
        paths:
          /token:
            get:
              operationId: issueToken
              x-apigw-auth-type: OAUTH
              x-apigw-oauth-config: {TokenLocation: method.req.header.authorization, PublicKey: '\(OAuthExamples.key)'}
        """,
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"),
      fixed: """
        paths:
          /token:
            get:
              operationId: issueToken
              x-apigw-auth-type: OAUTH
              x-apigw-oauth-config: {TokenLocation: method.req.header.authorization, PublicKey: '\(OAuthExamples.key)'}
              x-apigw-api-business-type: OAUTH
        """,
      at: "x-apigw-oauth-config"),
  ],
  checks: [.part(.api, checkUnusedOAuthSettings)])

private func checkUnusedOAuthSettings(_ api: Part, _ findings: inout Findings) {
  guard let kind = api.authenticationKind else { return }
  if kind == .oauth {
    checkConfigOfBusinessAPI(api, &findings)
  } else {
    checkSettingsWithoutOAuth(api, kind, &findings)
  }
}

private func checkConfigOfBusinessAPI(_ api: Part, _ findings: inout Findings) {
  let config = api[.oauthConfig]
  guard api.isAuthorizationAPI == false, !config.isBlank, !config.isEmptyMapping, let origin = config.origin else {
    return
  }
  let role = api[.businessType]
  let becomesAuthorizationAPI = Mend.unsafe(
    Text(en: "make it the authorization API", zh: "将其设为授权 API"), role.replacement(.string("OAUTH")))
  let drop = Mend.unsafe(Text(en: "remove the configuration", zh: "删除该配置"), .remove(origin))
  let hasRelation = !api[.authRelationAPI].isBlank || !api[.authRelationAPIId].isBlank
  findings.report(
    at: .keyOfValue(origin),
    Text(
      en:
        "\(config.spelling) counts only on the authorization API; this one is a business API (\(role.spelling) NORMAL).",
      zh: "\(config.spelling) 只对授权 API 有效，而该 API 是业务 API（\(role.spelling) 为 NORMAL）。"),
    help: Text(
      en: "Set \(role.spelling) to OAUTH if it issues the tokens; else name the authorization API instead.",
      zh: "如果由它签发 token，请将 \(role.spelling) 设为 OAUTH；否则请改为指定授权 API。"),
    mends: hasRelation ? [drop] : [becomesAuthorizationAPI])
}

private func checkSettingsWithoutOAuth(_ api: Part, _ kind: AuthenticationKind, _ findings: inout Findings) {
  let role = api[.businessType]
  let config = api[.oauthConfig]
  let written = [config, api[.authRelationAPI], api[.authRelationAPIId]].filter { !$0.isBlank && !$0.isEmptyMapping }
  let isRoleWritten = !role.isBlank && api.isAuthorizationAPI == true
  guard isRoleWritten || !written.isEmpty else { return }
  let type = api[.authType]
  let isComplete = !config.isBlank || written.contains { $0.name != .oauthConfig }
  var mends: [Mend] = []
  if isComplete {
    mends = [
      .unsafe(Text(en: "protect the API by OAUTH", zh: "启用 OAUTH 认证"), type.replacement(.string("OAUTH")))
    ]
  } else {
    mends = [
      .unsafe(Text(en: "make it a plain API", zh: "改为普通 API"), role.replacement(.string("NORMAL")))
    ]
  }
  let fields = (isRoleWritten ? [role] : []) + written
  guard let first = fields.first, let origin = first.origin else { return }
  findings.report(
    at: first.name == .businessType ? .value(origin) : .keyOfValue(origin),
    Text(
      en: "\(first.spelling) has no effect: \(type.spelling) is \(kind.rawValue), not OAUTH.",
      zh: "\(first.spelling) 不起作用：\(type.spelling) 为 \(kind.rawValue)，不是 OAUTH。"),
    help: Text(
      en: "Set \(type.spelling) to OAUTH if tokens are to be asked for; else remove the OAuth settings.",
      zh: "如果需要校验 token，请将 \(type.spelling) 设为 OAUTH；否则请删除 OAuth 相关设置。"),
    related: fields.dropFirst().compactMap { field in
      field.origin.map { RelatedPlace(.keyOfValue($0), Text(en: "without effect too", zh: "同样不起作用")) }
    },
    mends: mends)
}
