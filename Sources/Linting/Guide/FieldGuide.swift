public import GatewayModel

extension FieldName {
  /// What a field does, in one or two sentences, for editors and schemas; `nil` where its name says it all.
  ///
  /// Source: the Cloud API definition of `CreateApi`, `CreateService`, `BindSubDomain`, `CreatePlugin` and
  /// `CreateUsagePlan` [sdk] and the vendor's product documentation [official].
  public var guide: Text? {
    serviceGuide ?? frontEndGuide ?? backEndGuide ?? parameterGuide ?? accessGuide
  }

  private var serviceGuide: Text? {
    switch self {
    case .serviceName:
      Text(en: "Name of the service, at most 50 characters.", zh: "服务名称，最多 50 个字符。")
    case .serviceId: Text(en: "Id of the service, `service-…`.", zh: "服务 ID，形如 `service-…`。")
    case .serviceProtocol:
      Text(
        en: "Schemes that the service answers: `http`, `https` or `http&https`. Calls by another scheme get 426.",
        zh: "服务支持的协议：`http`、`https` 或 `http&https`。用其他协议调用会收到 426。")
    case .netTypes:
      Text(en: "Networks that the service is reached from: `OUTER`, `INNER`.", zh: "服务的网络类型：`OUTER`、`INNER`。")
    case .releasedEnvironments:
      Text(
        en: "Environments that the service is released to. An API answers only where its service is released.",
        zh: "服务已发布的环境。只有发布之后，API 才能在该环境被调用。")
    case .apiList: Text(en: "The APIs of the service.", zh: "服务的 API。")
    case .manifestVersion: Text(en: "Version of the manifest's format: 1.", zh: "清单格式的版本：1。")
    case .domainName: Text(en: "The custom domain; it belongs to one service.", zh: "自定义域名，只能绑定一个服务。")
    case .domainProtocol:
      Text(
        en: "Schemes of the domain: `http`, `https` or `http&https`; with https it needs a certificate.",
        zh: "域名的协议：`http`、`https` 或 `http&https`；含 https 时需要证书。")
    case .isDefaultMapping:
      Text(
        en:
          "`true`: the domain uses `/release`, `/test` and `/prepub`. `false`: only the paths in the mapping lead on.",
        zh: "`true`：域名使用 `/release`、`/test`、`/prepub`。`false`：只有映射表中的路径有效。")
    case .pathMappingSet:
      Text(en: "Up to three paths, each with its environment.", zh: "路径映射，最多三条，每条对应一个环境。")
    case .mappingPath: Text(en: "Beginning of the URL path; `/` is the root.", zh: "URL 路径的开头；`/` 表示根路径。")
    case .mappingEnvironment: Text(en: "`release`, `prepub` or `test`.", zh: "`release`、`prepub` 或 `test`。")
    case .certificateId: Text(en: "Certificate of the domain, needed for https.", zh: "域名证书，启用 https 时必填。")
    case .isForcedHTTPS: Text(en: "Redirects http to https.", zh: "把 http 请求重定向到 https。")
    default: nil
    }
  }

  private var frontEndGuide: Text? {
    switch self {
    case .apiName:
      Text(
        en: "Name of the API in the gateway, unique in its service, at most 60 characters.",
        zh: "API 名称，同一服务内唯一，最多 60 个字符。")
    case .path:
      Text(
        en:
          "Path that clients call. Plain text is a prefix; `=` makes it exact, `^~` a prefix that outranks variables.",
        zh: "客户端调用的路径。普通路径按前缀匹配；`=` 表示精确匹配，`^~` 表示优先于变量路径的前缀。")
    case .method: Text(en: "Method that clients use; `ANY` is every method.", zh: "请求方法；`ANY` 表示任意方法。")
    case .apiType:
      Text(
        en: "`TSF` for microservices, else `NORMAL`. It goes together with the back end's ServiceType.",
        zh: "微服务 API 为 `TSF`，其余为 `NORMAL`，须与后端 ServiceType 一致。")
    case .businessType:
      Text(
        en: "OAuth role: `OAUTH` issues tokens, `NORMAL` is protected by them. Counts with AuthType OAUTH only.",
        zh: "OAuth 角色：`OAUTH` 为授权 API，`NORMAL` 为业务 API。仅在 AuthType 为 OAUTH 时有意义。")
    case .frontProtocol:
      Text(en: "`HTTP` or `WEBSOCKET`; cannot be changed later.", zh: "`HTTP` 或 `WEBSOCKET`，创建后不能修改。")
    case .authType:
      Text(
        en: "How callers prove themselves. In import documents the vendor does not document it.",
        zh: "调用方的认证方式。厂商没有说明导入文档如何设置它。")
    case .enableCORS:
      Text(
        en: "Answers cross-origin requests with the gateway's built-in lists. A bound Cors plugin replaces it.",
        zh: "按网关内置的列表响应跨域请求；绑定 Cors 插件后以插件为准。")
    case .timeout:
      Text(
        en: "Seconds that the back end may take: 1 to 1800, TSF 1 to 30. Later answers become 504.",
        zh: "后端超时时间，单位为秒：1–1800，TSF 为 1–30。超时返回 504。")
    case .oauthConfig: Text(en: "Settings of an authorization API.", zh: "授权 API 的配置。")
    case .oauthPublicKey:
      Text(
        en: "RSA public key as the JSON text of a JWK, in quotes: `'{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}'`.",
        zh: "RSA 公钥，写成加引号的 JWK JSON 文本：`'{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}'`。")
    case .oauthTokenLocation: Text(en: "Where requests carry the id_token.", zh: "请求携带 id_token 的位置。")
    case .oauthRedirectURL:
      Text(en: "Where callers without a token are sent.", zh: "未登录的调用方被重定向到的地址。")
    case .authRelationAPIId: Text(en: "Id of the authorization API.", zh: "授权 API 的 ID。")
    case .authRelationAPI:
      Text(
        en: "operationId of the authorization API, a convention of gwlint.", zh: "授权 API 的 operationId，是 gwlint 的约定写法。")
    case .responseType: Text(en: "Form of the response, for documentation only.", zh: "响应类型，仅用于文档。")
    case .responseErrorCodes: Text(en: "Error codes, for documentation only.", zh: "错误码，仅用于文档。")
    case .servers:
      Text(
        en: "In an import, `servers[].url` is the back end of operations without `x-apigw-backend`, not the gateway.",
        zh: "导入时，`servers[].url` 是没有 `x-apigw-backend` 的操作的后端地址，而不是网关地址。")
    default: nil
    }
  }

  private var backEndGuide: Text? {
    switch self {
    case .backend: Text(en: "The back end, in the field names of CreateApi.", zh: "后端配置，字段名与 CreateApi 一致。")
    case .serviceType: Text(en: "Kind of back end.", zh: "后端类型。")
    case .serviceConfig: Text(en: "Address of the back end.", zh: "后端地址配置。")
    case .backendURL:
      Text(en: "`http(s)://host:port`, without a path.", zh: "`http(s)://host:port`，不含路径。")
    case .backendPath:
      Text(
        en: "Path at the back end. What follows the front path is appended to it as text.",
        zh: "后端路径。前端路径之后的部分会按文本拼接在它后面。")
    case .backendMethod: Text(en: "Method at the back end.", zh: "后端请求方法。")
    case .product:
      Text(en: "Kind of VPC back end: `clb`, `cvm` or `upstream`.", zh: "VPC 后端类型：`clb`、`cvm` 或 `upstream`。")
    case .vpcId: Text(en: "VPC of the back end, `vpc-…`.", zh: "后端所在的 VPC，形如 `vpc-…`。")
    case .upstreamId: Text(en: "VPC channel, `upstream-…`.", zh: "VPC 通道 ID，形如 `upstream-…`。")
    case .cosConfig: Text(en: "Bucket and action of a COS back end.", zh: "COS 后端的存储桶与操作。")
    case .cosAction: Text(en: "COS action; it follows the front method.", zh: "COS 操作，须与前端方法对应。")
    case .cosBucket: Text(en: "Bucket with its APPID: `name-1250000000`.", zh: "存储桶，带 APPID：`name-1250000000`。")
    case .cosAuthorization: Text(en: "Whether the gateway signs its calls to COS.", zh: "网关访问 COS 时是否签名。")
    case .cosPathMatchMode:
      Text(en: "How the object's path is made.", zh: "对象路径的匹配方式。")
    case .mockMessage: Text(en: "The text that a MOCK back end answers with.", zh: "MOCK 后端返回的文本。")
    case .mockStatus: Text(en: "The status that a MOCK back end answers with.", zh: "MOCK 后端返回的状态码。")
    case .mockHeaders: Text(en: "Headers of the MOCK answer, a list.", zh: "MOCK 后端返回的响应头列表。")
    case .functionName: Text(en: "Name of the cloud function.", zh: "云函数名称。")
    case .functionNamespace: Text(en: "Namespace of the cloud function.", zh: "云函数命名空间。")
    case .functionQualifier:
      Text(en: "Version or alias: `$DEFAULT`, `$LATEST`, a number.", zh: "版本或别名：`$DEFAULT`、`$LATEST` 或版本号。")
    case .functionType: Text(en: "`EVENT` or, for a web function, `HTTP`.", zh: "`EVENT`，Web 函数为 `HTTP`。")
    case .isIntegratedResponse:
      Text(
        en: "With `true` the function returns `{isBase64Encoded, statusCode, headers, body}`.",
        zh: "为 `true` 时，函数须返回 `{isBase64Encoded, statusCode, headers, body}`。")
    case .isBase64Encoded: Text(en: "Passes bodies to a function as Base64.", zh: "以 Base64 编码把请求体传给函数。")
    case .microServices: Text(en: "The TSF microservices that the API forwards to.", zh: "API 绑定的 TSF 微服务。")
    case .clusterId: Text(en: "Cluster of the microservice.", zh: "微服务所在的集群 ID。")
    case .namespaceId: Text(en: "Namespace of the microservice, by id.", zh: "微服务的命名空间 ID。")
    case .microServiceName: Text(en: "Name of the microservice in TSF.", zh: "微服务在 TSF 中的名称。")
    case .loadBalance: Text(en: "Load balancing between instances.", zh: "实例间的负载均衡。")
    case .healthCheck: Text(en: "When an instance is taken out.", zh: "实例的健康检查。")
    case .eventBusId: Text(en: "Event bus that requests are sent to.", zh: "接收请求的事件总线 ID。")
    default: nil
    }
  }

  private var parameterGuide: Text? {
    switch self {
    case .requestParameters, .conventionRequestParameters:
      Text(en: "Parameters that clients send.", zh: "客户端发送的参数。")
    case .serviceParameters:
      Text(en: "Back-end parameters that take their value from front-end ones.", zh: "由前端参数映射而来的后端参数。")
    case .constantParameters:
      Text(en: "Back-end parameters with a fixed value.", zh: "值固定的后端参数。")
    case .parameterName: Text(en: "Name of the parameter.", zh: "参数名。")
    case .parameterPosition: Text(en: "Where the parameter is taken from.", zh: "参数位置。")
    case .parameterType: Text(en: "Type of the parameter.", zh: "参数类型。")
    case .parameterRequired:
      Text(en: "Requests without it get 403.", zh: "为必填时，缺少该参数的请求会收到 403。")
    case .parameterDefault: Text(en: "Value where the client sends none.", zh: "客户端未发送时的默认值。")
    case .mapFrom:
      Text(en: "`method.req.<header|query|path>.<name>`.", zh: "`method.req.<header|query|path>.<名称>`。")
    case .sourceName: Text(en: "The front-end parameter by name.", zh: "来源前端参数的名称。")
    case .sourcePosition: Text(en: "Position of the front-end parameter.", zh: "来源前端参数的位置。")
    default: nil
    }
  }

  private var accessGuide: Text? {
    switch self {
    case .pluginType: Text(en: "Kind of plugin; an API takes one of each kind.", zh: "插件类型，每个 API 每种类型只能绑定一个。")
    case .pluginData: Text(en: "Settings of the plugin.", zh: "插件配置。")
    case .pluginAttachments: Text(en: "APIs that the plugin is attached to, by environment.", zh: "插件在各环境绑定的 API。")
    case .allowOrigin:
      Text(
        en: "Origins that may call. An entry matches anywhere in the origin: write `^https://www\\.shop\\.cn$`.",
        zh: "允许的来源。默认按包含匹配，精确匹配请写 `^https://www\\.shop\\.cn$`。")
    case .allowMethods: Text(en: "GET, PUT, POST, DELETE, HEAD.", zh: "GET、PUT、POST、DELETE、HEAD。")
    case .allowHeaders: Text(en: "Request headers that may be sent; empty forbids all.", zh: "允许的请求头；为空表示全部禁止。")
    case .exposeHeaders: Text(en: "Response headers that scripts may read.", zh: "允许脚本读取的响应头。")
    case .allowCredentials: Text(en: "Whether cookies may be sent.", zh: "是否允许携带 Cookie。")
    case .maxAge: Text(en: "Seconds for which browsers keep the answer.", zh: "浏览器缓存预检结果的秒数。")
    case .maxRequestNumber: Text(en: "Quota in all, -1 for none.", zh: "总请求配额，-1 表示不限。")
    case .maxRequestsPerSecond: Text(en: "Requests a second, 1 to 2000, -1 for no limit.", zh: "每秒请求数，1–2000，-1 表示不限。")
    case .secretNames: Text(en: "Keys of the plan.", zh: "使用计划中的密钥。")
    case .planBindings: Text(en: "Services and APIs that the plan covers, by environment.", zh: "使用计划在各环境绑定的服务或 API。")
    case .bindType: Text(en: "`SERVICE` or `API`.", zh: "`SERVICE` 或 `API`。")
    case .environmentName: Text(en: "`release`, `prepub` or `test`.", zh: "`release`、`prepub` 或 `test`。")
    case .expectedURL: Text(en: "A URL that clients call.", zh: "客户端调用的 URL。")
    case .expectedAPI: Text(en: "The API that should answer it.", zh: "应当响应它的 API。")
    default: nil
    }
  }
}
