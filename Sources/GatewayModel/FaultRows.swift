/// Every row of the gateway's error table by a name, so that rules can say which ones they lead to.
///
/// Source: the vendor's page of gateway error codes (cloud.tencent.com/document/product/628/34086) [official]; the messages
/// are word for word the gateway's own.
extension Fault {
  /// Row 1 of the table.
  public static let hmacKeyNotBound = Fault(status: 401, message: "HMAC apikey is invalid for API.")
  /// Row 2 of the table.
  public static let hmacXDateRequired = Fault(
    status: 401,
    message: "HMAC signature cannot be verified, a valid x-date header is required for HMAC Authentication.")
  /// Row 3 of the table.
  public static let hmacXDateOutOfDate = Fault(
    status: 401, message: "HMAC signature cannot be verified, the x-date header is out of date for HMAC Authentication."
  )
  /// Row 4 of the table.
  public static let hmacDateRequired = Fault(
    status: 401, message: "HMAC signature cannot be verified, a valid date or x-date header is required.")
  /// Row 5 of the table.
  public static let hmacIdOrSignatureMissing = Fault(status: 401, message: "HMAC id or signature missing.")
  /// Row 6 of the table.
  public static let hmacMultipleHeaders = Fault(status: 401, message: "HMAC do not support multiple HTTP header.")
  /// Row 7 of the table.
  public static let hmacHeaderRequired = Fault(
    status: 401, message: "HMAC signature cannot be verified, a valid xxx header is required.")
  /// Row 8 of the table.
  public static let hmacAlgorithmNotSupported = Fault(status: 401, message: "HMAC algorithm xxx not supported.")
  /// Row 9 of the table.
  public static let hmacFormatError = Fault(status: 401, message: "HMAC authorization format error.")
  /// Row 10 of the table.
  public static let hmacHeadersInvalid = Fault(status: 401, message: "HMAC authorization headers is invalidate.")
  /// Row 11 of the table.
  public static let hmacSignatureNotVerified = Fault(status: 401, message: "HMAC signature cannot be verified.")
  /// Row 12 of the table.
  public static let hmacSignatureMismatch = Fault(status: 401, message: "HMAC signature does not match.")
  /// Row 13 of the table.
  public static let oauthServerCallFailed = Fault(status: 401, message: "Oauth call authentication server fail.")
  /// Row 14 of the table.
  public static let oauthRelationMissing = Fault(status: 401, message: "Oauth found no related Oauth api.")
  /// Row 15 of the table.
  public static let oauthTokenMissing = Fault(status: 401, message: "Oauth miss Oauth id_token.")
  /// Row 16 of the table.
  public static let oauthHeaderRequired = Fault(
    status: 401, message: "Oauth signature cannot be verified, a validate authorization header is required.")
  /// Row 17 of the table.
  public static let oauthHeaderFormatError = Fault(status: 401, message: "Oauth authorization header format error.")
  /// Row 18 of the table.
  public static let oauthHeaderNotFound = Fault(status: 401, message: "Oauth found no authorization header.")
  /// Row 19 of the table.
  public static let oauthTokenNotFound = Fault(status: 401, message: "Oauth found no id_token.")
  /// Row 20 of the table.
  public static let oauthTokenVerifyError = Fault(status: 401, message: "Oauth id_token verify error.")
  /// Row 21 of the table.
  public static let noUsagePlan = Fault(status: 403, message: "Found no validate usage plan.")
  /// Row 22 of the table.
  public static let clientIPUnknown = Fault(
    status: 403, message: "Cannot identify the client IP address, unix domain sockets are not supported.")
  /// Row 23 of the table.
  public static let endpointIPNotAllowed = Fault(status: 403, message: "Endpoint IP address is not allowed.")
  /// Row 24 of the table.
  public static let parametersFail = Fault(status: 403, message: "Get xxx params fail.")
  /// Row 25 of the table.
  public static let webSocketKeyRequired = Fault(status: 403, message: "need header Sec-WebSocket-Key.")
  /// Row 26 of the table.
  public static let webSocketVersionRequired = Fault(status: 403, message: "need header Sec-WebSocket-Version.")
  /// Row 27 of the table.
  public static let headerRequired = Fault(status: 403, message: "header xxx is required.")
  /// Row 28 of the table.
  public static let pathVariableRequired = Fault(status: 403, message: "path variable xxx is required.")
  /// Row 29 of the table.
  public static let queryRequired = Fault(status: 403, message: "querystring xxx is required.")
  /// Row 30 of the table.
  public static let formContentTypeRequired = Fault(
    status: 403, message: "req content type need application/x-www-form-urlencoded.")
  /// Row 31 of the table.
  public static let bodyParameterRequired = Fault(status: 403, message: "body param xxx is required.")
  /// Row 32 of the table.
  public static let noApp = Fault(status: 403, message: "Found no validate apiapp.")
  /// Row 33 of the table.
  public static let microServiceNotFound = Fault(status: 404, message: "Not found micro service with key.")
  /// Row 34 of the table.
  public static let hostNotFound = Fault(status: 404, message: "Not Found Host.")
  /// Row 35 of the table.
  public static let hostNotText = Fault(status: 404, message: "Get Host Fail.")
  /// Row 36 of the table.
  public static let methodNotSupported = Fault(status: 404, message: "Could not support method.")
  /// Row 37 of the table.
  public static let hostMiss = Fault(status: 404, message: "There is no api match host[$host].")
  /// Row 38 of the table.
  public static let environmentMappingMiss = Fault(
    status: 404, message: "There is no api match env_mapping[$env_mapping].")
  /// Row 39 of the table.
  public static let defaultEnvironmentMappingMiss = Fault(
    status: 404, message: "There is no api match default env_mapping[$env_mapping].")
  /// Row 40 of the table.
  public static let uriMiss = Fault(status: 404, message: "There is no api match uri[$uri].")
  /// Row 41 of the table.
  public static let protocolNotAllowedOlder = Fault(
    status: 404, message: "Not allow use HTTPS protocol或者Not allow use HTTP protocol.")
  /// Row 42 of the table.
  public static let noAPI = Fault(status: 404, message: "Found no api.")
  /// Row 43 of the table.
  public static let methodNotAllowed = Fault(status: 405, message: "Method Not Allowed.")
  /// Row 44 of the table.
  public static let httpsNotAllowed = Fault(status: 426, message: "Not allow use HTTPS protocol.")
  /// Row 45 of the table.
  public static let httpNotAllowed = Fault(status: 426, message: "Not allow use HTTP protocol.")
  /// Row 46 of the table.
  public static let protocolNotAllowed = Fault(status: 426, message: "Not allow use xxx protocol.")
  /// Row 47 of the table.
  public static let rateLimitExceeded = Fault(status: 429, message: "API rate limit exceeded.")
  /// Row 48 of the table.
  public static let quotaExceeded = Fault(status: 429, message: "API quota exceeded.")
  /// Row 49 of the table.
  public static let crossOriginClosed = Fault(
    status: 429, message: "req is cross origin, api $uri need open cors flag on qcloud apigateway.")
  /// Row 50 of the table.
  public static let apiConfigError = Fault(status: 481, message: "API config error.")
  /// Row 51 of the table.
  public static let tsfConfigError = Fault(status: 481, message: "TSF config error.")
  /// Row 52 of the table.
  public static let microServiceLocationMissing = Fault(
    status: 481, message: "Get location of micro service info fail.")
  /// Row 53 of the table.
  public static let mapFromForm = Fault(status: 481, message: "Only support the map_from like method.req.{path}.{}.")
  /// Row 54 of the table.
  public static let noValidCORSConfig = Fault(status: 481, message: "Found no valid cors config.")
  /// Row 55 of the table.
  public static let oauthPublicKeyError = Fault(status: 481, message: "Oauth public key error.")
  /// Row 56 of the table.
  public static let oauthTokenLocationForbidden = Fault(status: 481, message: "Oauth id_token location forbidden.")
  /// Row 57 of the table.
  public static let oauthConfigMissing = Fault(status: 481, message: "Oauth found no oauth config.")
  /// Row 58 of the table.
  public static let oauthPublicKeyMissing = Fault(status: 481, message: "Oauth found no public key.")
  /// Row 59 of the table.
  public static let mockConfigError = Fault(status: 481, message: "Mock config error.")
  /// Row 60 of the table.
  public static let clientClosedConnection = Fault(status: 499, message: "Client closed connection.")
  /// Row 61 of the table.
  public static let queryParametersError = Fault(status: 500, message: "Error occurred during query params.")
  /// Row 62 of the table.
  public static let internalServerError = Fault(status: 500, message: "Internal Server Error.")
  /// Row 63 of the table.
  public static let badGateway = Fault(status: 502, message: "Bad Gateway.")
  /// Row 64 of the table.
  public static let balancerError = Fault(status: 503, message: "Apigw balancer error")
  /// Row 65 of the table.
  public static let gatewayTimeout = Fault(status: 504, message: "Gateway Time-out.")
  /// Row 66 of the table.
  public static let tlsHandshakeFailed = Fault(
    status: 0, message: "SSL_ERROR_SYSCALL / OPENSSL_internal:TLSV1 ALERT_INTERNAL_ERROR")
}
