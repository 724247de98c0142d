import GatewayModel
import Linting

/// `oauth-relation-missing`.
let oauthRelationMissing: Rule = Rule(
  id: "oauth-relation-missing",
  family: .oauth,
  severity: .error,
  faults: [.oauthRelationMissing],
  confidence: [.component],
  summary: Text(
    en: "A business API does not say which authorization API checks its tokens",
    zh: "业务 API 没有指定授权 API"),
  explanation: Text(
    en: """
      An API with `AuthType: OAUTH` and the business type NORMAL asks callers for a token. The authorization API of the \
      same service that issues these tokens has to be named, by its id or, in files that gwlint reads, by its name.
      """,
    zh: """
      `AuthType` 为 `OAUTH`、业务类型为 NORMAL 的 API 需要校验 token，必须指定同一服务中签发 token 的授权 API：\
      使用其 ID，或者在 gwlint 读取的文件中使用其名称。
      """),
  runtime: Text(
    en: "Every call is answered with 401 `Oauth found no related Oauth api.`",
    zh: "所有调用都返回 401 `Oauth found no related Oauth api.`"),
  evidence: Text(
    en: "The serverless component demands the relation; the row of the table names its absence.",
    zh: "Serverless 组件要求填写该关联；错误码的含义即为缺少关联。"),
  url: OAuthExamples.page,
  fixSafety: .unsafe(
    Text(
      en: "The service's only authorization API is likely meant, but only you know.",
      zh: "很可能是指服务中唯一的授权 API，但需要自行确认。")),
  examples: [
    Example(
      bad: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: NORMAL
        """,
      good: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: NORMAL
              x-apigw-auth-relation-api: issueToken
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      at: "get:"),
    Example(
      bad: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: OAUTH
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      good: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: OAUTH
              x-apigw-auth-relation-api-id: api-a1b2c3d4
        """,
      fixed: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: OAUTH
              x-apigw-auth-relation-api: issueToken
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      at: "get:"),
  ],
  checks: [.service(checkMissingRelations)])

private func checkMissingRelations(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let apis = project.parts(.api, of: service)
  var directory: APIDirectory?
  for api in apis where api.lacksAuthorizationAPI {
    directory = directory ?? APIDirectory(apis)
    let byName = api[.authRelationAPI]
    let field = byName.isWritten || api.facts.spelling[.authRelationAPIId] == nil ? byName : api[.authRelationAPIId]
    let target = directory?.onlyAuthorizationAPI
    let step = target.flatMap { api.relationStep(to: $0) }
    findings.report(
      at: .field(field),
      Text(
        en: "This API asks for OAuth tokens, but names no authorization API that issues them.",
        zh: "该 API 需要校验 OAuth token，但没有指定签发 token 的授权 API。"),
      help: Text(
        en: "Name the authorization API of the service in \(api.relationSpellings.en).",
        zh: "请在 \(api.relationSpellings.zh) 中指定服务的授权 API。"),
      mends: step.map {
        [.unsafe(Text(en: "name the service's only authorization API", zh: "指定服务中唯一的授权 API"), $0)]
      } ?? [],
      subject: api.id)
  }
}

extension Part {
  /// Whether it asks for tokens and nothing says who issues them. An API that carries a configuration of its own is
  /// one that issues them, with its role forgotten.
  fileprivate var lacksAuthorizationAPI: Bool {
    guard authenticationKind == .oauth, isAuthorizationAPI == false, !isIncomplete else { return false }
    return self[.authRelationAPI].isBlank && self[.authRelationAPIId].isBlank && self[.oauthConfig].isBlank
  }

  fileprivate var relationSpellings: Text {
    let spellings = [FieldName.authRelationAPI, .authRelationAPIId].filter { facts.spelling[$0] != nil }
      .map { "`\(self[$0].spelling)`" }
    return Text(en: spellings.joined(separator: " or "), zh: spellings.joined(separator: " 或 "))
  }
}
