import GatewayModel
import Linting

/// `cors-cookie-token-without-credentials`.
let corsCookieTokenWithoutCredentials: Rule = Rule(
  id: "cors-cookie-token-without-credentials",
  family: .cors,
  severity: .hint,
  faults: [.oauthTokenMissing],
  confidence: [.inferred],
  summary: Text(
    en: "The OAuth token is a cookie, and CORS lets no cookies through",
    zh: "OAuth token 放在 Cookie 中，而跨域配置不允许携带 Cookie"),
  explanation: Text(
    en:
      "With `TokenLocation: method.req.header.cookie` pages of other origins must send cookies, which needs `allow_credentials: true`.",
    zh: "`TokenLocation` 为 `method.req.header.cookie` 时，跨域页面必须携带 Cookie，需要 `allow_credentials: true`。"),
  runtime: Text(
    en: "Calls from other origins come without token and are answered with 401 `Oauth miss Oauth id_token.`",
    zh: "跨域请求不带 token，返回 401 `Oauth miss Oauth id_token.`"),
  evidence: Text(
    en: "It follows from the Fetch standard; pages of the same site are not affected.",
    zh: "由 Fetch 标准得出；同站页面不受影响。"),
  url: CORSData.page,
  fixSafety: .unsafe(Text(en: "It lets pages of the allowed origins act for their users.", zh: "会允许这些来源的页面以用户身份调用。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['^https://a$'], allow_methods: [GET], allow_credentials: false, max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [me]}]
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['^https://a$'], allow_methods: [GET], allow_credentials: true, max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [me]}]
        """,
      fixed: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['^https://a$'], allow_methods: [GET], allow_credentials: true, max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [me]}]
        """,
      at: "false",
      files: [
        "a.yaml": """
        openapi: 3.0.0
        info: {title: a, version: "1.0.0"}
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: OAUTH
              x-apigw-auth-relation-api: token
              responses: {}
          /token:
            get:
              operationId: token
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: OAUTH
              x-apigw-oauth-config: {TokenLocation: method.req.header.cookie, PublicKey: '\(OAuthExamples.key)'}
              responses: {}
        """
      ])
  ],
  checks: [.service(checkCookieTokens)])

private func checkCookieTokens(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.hasPlugins(in: project) else { return }
  let directory = APIDirectory(project.parts(.api, of: service))
  for (plugin, uses) in AttachedPlugins(service, project, directory).grouped(.cors) {
    let credentials = plugin[.allowCredentials]
    guard plugin.isReadableCORSPlugin, credentials.isAbsent || credentials.boolean == false,
      let use = uses.first(where: { directory.takesTokenFromCookie($0.api) })
    else { continue }
    findings.report(
      at: .field(credentials),
      Text(
        en: "`\(use.api.displayName)` takes its token from a cookie, but the plugin does not allow credentials.",
        zh: "`\(use.api.displayName)` 从 Cookie 中读取 token，但插件不允许携带凭证。"),
      help: Text(
        en: "Set \(credentials.spelling) to true if pages of other sites call it.",
        zh: "如果其他站点的页面会调用它，请将 \(credentials.spelling) 设为 true。"),
      related: [RelatedPlace(use.place, Text(en: "attached here", zh: "在此处绑定"))],
      mends: [.unsafe(Text(en: "allow credentials", zh: "允许携带凭证"), credentials.replacement(.boolean(true)))],
      subject: plugin.id)
  }
}

extension APIDirectory {
  /// Whether calls of an API carry an OAuth token in a cookie.
  fileprivate func takesTokenFromCookie(_ api: Part) -> Bool {
    guard api.authenticationKind == .oauth, api.isAuthorizationAPI == false else { return false }
    let reference = api[.authRelationAPI].text ?? api[.authRelationAPIId].text
    let target = reference.flatMap { referenced(by: $0).first } ?? onlyAuthorizationAPI
    guard let location = target?[.oauthTokenLocation], !location.isTemplated, let text = location.text else {
      return false
    }
    return TokenLocation(meaning: text) == .cookie
  }
}
