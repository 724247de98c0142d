import GatewayModel
import Linting

/// `oauth-relation-invalid`.
let oauthRelationInvalid: Rule = Rule(
  id: "oauth-relation-invalid",
  family: .oauth,
  severity: .error,
  faults: [.oauthRelationMissing],
  confidence: [.official, .sdk],
  summary: Text(
    en: "The authorization API that a business API names is none",
    zh: "业务 API 指定的授权 API 无效"),
  explanation: Text(
    en: """
      The API that checks the tokens must be another API of the same service, with `AuthType: OAUTH` and the business type \
      OAUTH. An id that the project does not know may be right and is not reported.
      """,
    zh: """
      授权 API 必须是同一服务中的另一个 API，且 `AuthType` 和业务类型都为 OAUTH。项目中没有的 ID 可能是正确的，不会报告。
      """),
  runtime: Text(
    en: "Every call is answered with 401 `Oauth found no related Oauth api.`, unless the control plane refuses before.",
    zh: "所有调用都返回 401 `Oauth found no related Oauth api.`，除非控制面已拒绝该设置。"),
  evidence: Text(
    en: "The documentation demands the same service, the Cloud API the business type OAUTH.",
    zh: "官方文档要求在同一服务中，云 API 要求业务类型为 OAUTH。"),
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
              x-apigw-auth-relation-api: ping
          /ping:
            get: {operationId: ping, x-apigw-api-business-type: NORMAL}
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
      at: "ping"),
    Example(
      bad: """
        paths:
          /me:
            get: {operationId: me, x-apigw-auth-type: OAUTH, x-apigw-auth-relation-api: me}
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      good: """
        paths:
          /me:
            get: {operationId: me, x-apigw-auth-type: OAUTH, x-apigw-auth-relation-api-id: api-a1b2c3d4}
        """,
      fixed: """
        paths:
          /me:
            get: {operationId: me, x-apigw-auth-type: OAUTH, x-apigw-auth-relation-api: issueToken}
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      at: "me}"),
    Example(
      bad: """
        paths:
          /me:
            get: {operationId: me, x-apigw-auth-type: OAUTH, x-apigw-auth-relation-api: isueToken}
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      good: """
        paths:
          /me:
            get: {operationId: me, x-apigw-auth-type: OAUTH, x-apigw-auth-relation-api: '${self:custom.issuer}'}
        """,
      fixed: """
        paths:
          /me:
            get: {operationId: me, x-apigw-auth-type: OAUTH, x-apigw-auth-relation-api: issueToken}
        \(OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'").dropFirst("paths:\n".count))
        """,
      at: "isueToken"),
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          protocols: [https]
          endpoints:
            - path: /me
              method: GET
              authType: OAUTH
              businessType: NORMAL
              authRelationApi: {path: /tokens, method: POST}
              function: {functionName: me}
            - path: /token
              method: POST
              authType: OAUTH
              businessType: OAUTH
              oauthConfig: {tokenLocation: authorization, loginRedirectUrl: 'https://a.cn', publicKey: '${env:KEY}'}
              function: {functionName: token}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          protocols: [https]
          endpoints:
            - path: /me
              method: GET
              authType: OAUTH
              businessType: NORMAL
              authRelationApi: {path: /Token, method: post}
              function: {functionName: me}
            - path: /token
              method: POST
              authType: OAUTH
              businessType: OAUTH
              oauthConfig: {tokenLocation: authorization, loginRedirectUrl: 'https://a.cn', publicKey: '${env:KEY}'}
              function: {functionName: token}
        """,
      at: "/tokens"),
  ],
  checks: [.service(checkRelations)])

private func checkRelations(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let apis = project.parts(.api, of: service)
  let asking = apis.filter { $0.authenticationKind == .oauth && $0.isAuthorizationAPI == false }
  guard !asking.isEmpty else { return }
  let directory = APIDirectory(apis)
  for api in asking { check(api, directory, isWhole: service.isWhole(in: project), &findings) }
}

private func check(_ api: Part, _ directory: APIDirectory, isWhole: Bool, _ findings: inout Findings) {
  let byName = api[.authRelationAPI]
  let byId = api[.authRelationAPIId]
  if byName.shape == .mapping {
    checkRoute(api, directory, &findings)
  } else if !byName.isBlank, !byName.isTemplated, let name = byName.text, let origin = byName.origin {
    if IdentifierKind.api.isIdentifier(name), directory.named(name).isEmpty { return }
    let targets = directory.named(name)
    guard !targets.isEmpty else {
      guard !directory.hasUnnamed else { return }
      reportUnknown(name, of: api, at: origin, directory, isWhole: isWhole, &findings)
      return
    }
    if targets.count == 1 { check(api, names: targets[0], at: origin, directory, &findings) }
  } else if !byId.isBlank, let id = byId.text, let origin = byId.origin, let target = directory.withId(id) {
    check(api, names: target, at: origin, directory, &findings)
  }
}

/// Checks a relation that names the authorization API by path and method; the deploying tool compares them without
/// regard to case, and looks in an existing service when the file has none such.
private func checkRoute(_ api: Part, _ directory: APIDirectory, _ findings: inout Findings) {
  let path = api[.authRelationPath]
  let method = api[.authRelationMethod]
  guard !path.isBlank, !path.isTemplated, !method.isTemplated, let pathText = path.text, let origin = path.origin else {
    return
  }
  let targets = directory.apis.filter { target in
    target.pathText == nil
      || target.pathText?.lowercased() == pathText.lowercased()
        && (method.isBlank || target[.method].isTemplated
          || target[.method].effectiveText?.uppercased() == method.text?.uppercased())
  }
  if targets.contains(where: { $0.pathText == nil }) { return }
  if targets.count == 1 { return check(api, names: targets[0], at: origin, directory, &findings) }
  guard targets.isEmpty else { return }
  let route = [method.text?.uppercased(), pathText].compactMap(\.self).joined(separator: " ")
  let isKnownService = api.enclosing(.service).map { !$0[.serviceId].isBlank } ?? true
  findings.report(
    at: .value(origin),
    Text(
      en: "No API of this file is `\(route)`, so no authorization API is known.",
      zh: "该文件中没有 API `\(route)`，找不到授权 API。"),
    severity: isKnownService ? .warning : .error,
    help: Text(
      en: "Name path and method of an API that issues tokens.", zh: "请填写签发 token 的 API 的路径和方法。"),
    subject: api.id)
}

private func reportUnknown(
  _ name: String, of api: Part, at origin: Origin, _ directory: APIDirectory, isWhole: Bool, _ findings: inout Findings
) {
  let nearest = NearestWord.nearest(to: name, among: directory.names)
  findings.report(
    at: .value(origin),
    Text(
      en: "No API of this service is called `\(name)`, so no authorization API is known.",
      zh: "该服务中没有名为 `\(name)` 的 API，找不到授权 API。"),
    severity: isWhole ? .error : .warning,
    help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
      ?? Text(en: "Name an API of the same service that issues tokens.", zh: "请指定同一服务中签发 token 的 API。"),
    mends: mends(for: api, directory), subject: api.id)
}

private func check(
  _ api: Part, names target: Part, at origin: Origin, _ directory: APIDirectory, _ findings: inout Findings
) {
  let name = target.displayName
  let reason: Text
  if target == api {
    reason = Text(en: "it is this API itself", zh: "它就是该 API 自身")
  } else if target.isAuthorizationAPI == false {
    reason = Text(
      en: "its \(target[.businessType].spelling) is NORMAL, not OAUTH",
      zh: "其 \(target[.businessType].spelling) 为 NORMAL，不是 OAUTH")
  } else if let kind = target.authenticationKind, kind != .oauth {
    reason = Text(
      en: "its \(target[.authType].spelling) is \(kind.rawValue), not OAUTH",
      zh: "其 \(target[.authType].spelling) 为 \(kind.rawValue)，不是 OAUTH")
  } else {
    return
  }
  findings.report(
    at: .value(origin),
    Text(en: "`\(name)` issues no tokens: \(reason.en).", zh: "`\(name)` 不是授权 API：\(reason.zh)。"),
    help: Text(
      en: "Name an API of the same service that issues tokens.", zh: "请指定同一服务中签发 token 的 API。"),
    related: target == api ? [] : [RelatedPlace(.part(target.id), Text(en: "`\(name)`", zh: "`\(name)`"))],
    mends: mends(for: api, directory), subject: api.id)
}

private func mends(for api: Part, _ directory: APIDirectory) -> [Mend] {
  guard let target = directory.onlyAuthorizationAPI, target != api, let step = api.relationStep(to: target) else {
    return []
  }
  return [.unsafe(Text(en: "name the service's only authorization API", zh: "指定服务中唯一的授权 API"), step)]
}
