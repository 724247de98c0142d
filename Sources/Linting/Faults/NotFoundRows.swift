import GatewayModel

extension FaultTable {
  /// 404: nothing answers.
  static let notFoundRows: [FaultRow] = [
    FaultRow(
      .microServiceNotFound, .partly(missing: .request),
      meaning: Text(
        en: "The namespace and service that the request names are none of the API's microservices.",
        zh: "请求指定的命名空间和微服务不在该 API 绑定的微服务中。"),
      cause: Text(
        en: "The client sends other values, the API binds no such microservice, or two path variables split wrongly.",
        zh: "客户端传值不对、API 没有绑定该微服务，或两个路径变量被错误切分。"),
      remedy: Text(
        en: "Bind the microservice; X-NameSpace-Code takes the namespace's code, not its id.",
        zh: "绑定该微服务；X-NameSpace-Code 填命名空间的 code，而不是 ID。")),
    FaultRow(
      .hostNotFound, .runtime(missing: .request),
      meaning: Text(en: "The request has no Host header.", zh: "请求没有 Host 头。"),
      cause: Text(en: "A client that speaks HTTP/1.0 or builds requests by hand.", zh: "客户端使用 HTTP/1.0 或手工拼接请求。"),
      remedy: Text(en: "Send Host.", zh: "请发送 Host 头。")),
    FaultRow(
      .hostNotText, .runtime(missing: .request),
      meaning: Text(en: "The Host header cannot be read.", zh: "Host 头无法读取。"),
      cause: Text(en: "The client sends it several times.", zh: "客户端重复发送 Host。"),
      remedy: Text(en: "Send Host once.", zh: "Host 只发送一次。")),
    FaultRow(
      .methodNotSupported, .partly(missing: .request),
      meaning: Text(en: "The gateway does not know the HTTP method.", zh: "网关不支持该请求方法。"),
      cause: Text(
        en: "An API is configured with a method outside the gateway's list, or a client sends one.",
        zh: "API 配置了网关清单之外的方法，或客户端发送了这样的方法。"),
      remedy: Text(
        en: "Use GET, POST, PUT, DELETE, HEAD or ANY.", zh: "请使用 GET、POST、PUT、DELETE、HEAD 或 ANY。")),
    FaultRow(
      .hostMiss, .partly(missing: .deployment),
      meaning: Text(
        en: "No service owns this host: it is neither a default domain nor a bound custom one.",
        zh: "没有服务使用该域名：它既不是默认域名，也没有绑定为自定义域名。"),
      cause: Text(
        en: "A typing error in the URL, a domain that is not bound yet, or one that is bound to another service.",
        zh: "URL 写错、域名尚未绑定，或绑定在别的服务上。"),
      remedy: Text(en: "Bind the domain to the service, and check its CNAME.", zh: "把域名绑定到服务，并检查 CNAME。"),
      otherWordings: ["There is no api match host '*'"]),
    FaultRow(
      .environmentMappingMiss, .partly(missing: .deployment),
      meaning: Text(
        en: "On a custom domain, the beginning of the path leads to no environment.",
        zh: "自定义域名上，路径开头没有映射到任何环境。"),
      cause: Text(
        en: "The URL lacks the mapped path, or the domain uses its own mappings and the default ones no longer hold.",
        zh: "URL 没有带映射路径，或域名启用了自定义映射，默认映射不再有效。"),
      remedy: Text(
        en: "Map `/` or the path that clients use to a released environment, or add the mapped path to the URL.",
        zh: "把 `/` 或客户端使用的路径映射到已发布的环境，或在 URL 中加上映射路径。"),
      otherWordings: ["There is no api match env_mapping '*'"]),
    FaultRow(
      .defaultEnvironmentMappingMiss, .partly(missing: .request),
      meaning: Text(
        en: "On a default domain, the first segment of the path names no environment.",
        zh: "默认域名上，路径第一段不是环境名。"),
      cause: Text(
        en: "The URL goes straight to the API's path, without `/release`, `/test` or `/prepub`.",
        zh: "URL 直接写了 API 路径，没有带 `/release`、`/test` 或 `/prepub`。"),
      remedy: Text(
        en: "Put the environment in front of the path.", zh: "在路径前加上环境名。"),
      otherWordings: ["There is no api match default env_mapping '*'"]),
    FaultRow(
      .uriMiss, .partly(missing: .deployment),
      meaning: Text(
        en: "Service and environment are found, but no API there has this path.",
        zh: "服务和环境都找到了，但其中没有匹配该路径的 API。"),
      cause: Text(
        en: "The service was not released again after a change, the path can never match, or a method is missing.",
        zh: "修改后没有重新发布、路径永远无法匹配，或缺少对应方法。"),
      remedy: Text(
        en:
          "Release the service into that environment, then compare the path: `gwlint trace METHOD URL` shows each step.",
        zh: "先把服务发布到该环境，再核对路径：`gwlint trace METHOD URL` 会逐步展示匹配过程。"),
      otherWordings: [
        "There is no api match uri '*'", "There is no api match uri[*] host[*]",
        "There is no api match uri[*] host [*]",
        "There is no api match uri '*' host '*'", "There is no api match method[*]",
      ]),
    FaultRow(
      .protocolNotAllowedOlder, .partly(missing: .deployment),
      meaning: Text(
        en: "The service does not serve this scheme (an older status of the 426 rows).",
        zh: "服务不支持该协议（426 的旧状态码）。"),
      cause: Text(
        en: "The service or its domain is http only, or https only.", zh: "服务或域名只支持 http，或只支持 https。"),
      remedy: Text(
        en: "Set the protocol to http&https, or call with the other scheme.", zh: "把协议设为 http&https，或换用另一种协议调用。"),
      otherWordings: ["Not allow use HTTPS protocol", "Not allow use HTTP protocol"]),
    FaultRow(
      .noAPI, .partly(missing: .deployment),
      meaning: Text(en: "No API was found at all.", zh: "完全没有匹配到 API。"),
      cause: Text(
        en: "The service has no API, or nothing of it is released.", zh: "服务没有 API，或尚未发布。"),
      remedy: Text(en: "Release the service.", zh: "发布该服务。")),
  ]
}
