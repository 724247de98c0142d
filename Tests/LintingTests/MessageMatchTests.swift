import GatewayModel
import Linting
import Testing

/// Messages as they stand in logs and responses, and the rows they belong to.
@Suite struct MessageMatchTests {
  @Test func tableHoldsSixtySixRowsAndEachMatchesItself() {
    #expect(FaultTable.rows.count == 66)
    #expect(FaultTable.rows.count { $0.fault.status == 481 } == 10)
    for row in FaultTable.rows {
      #expect(MessageMatch.rows(matching: row.fault.message).contains { $0.fault == row.fault }, "\(row.fault)")
    }
  }

  @Test(arguments: [
    ("There is no api match uri[/v1/x]", Fault.uriMiss),
    ("There is no api match uri[/v1/x].", .uriMiss),
    ("404 There is no api match uri[/v1/x]", .uriMiss),
    (#"{"message":"There is no api match uri[\/api\/v1\/tool] host [service-ab.myqcloud.com]"}"#, .uriMiss),
    ("There is no api match uri '/x' host 'a.shop.cn'", .uriMiss),
    ("There is no api match method[POST]", .uriMiss),
    ("There is no api match env_mapping '/'", .environmentMappingMiss),
    ("There is no api match env_mapping[/].", .environmentMappingMiss),
    ("There is no api match default env_mapping[v1]", .defaultEnvironmentMappingMiss),
    ("there is no API match host[a.shop.cn]", .hostMiss),
    ("HMAC algorithm hmac-md5 not supported.", .hmacAlgorithmNotSupported),
    ("header X-Tenant is required.", .headerRequired),
    ("path variable id is required", .pathVariableRequired),
    ("Get query params fail.", .parametersFail),
    ("Only support the map_from like method.req.{path}.{}., but method.req.cookie.a", .mapFromForm),
    ("Only support the map_from like method.req.{path}.{}.", .mapFromForm),
    ("req is cross origin, api /x need open cors flag on qcloud apigateway.", .crossOriginClosed),
    ("Client closed connetion.", .clientClosedConnection),
    ("OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to a.shop.cn:443", .tlsHandshakeFailed),
    ("\"Mock config error.\"", .mockConfigError),
  ])
  func messageFindsItsRow(_ text: String, _ fault: Fault) {
    #expect(MessageMatch.rows(matching: text).map(\.fault) == [fault])
  }

  @Test func oneMessageMayStandInTwoRows() {
    let rows = MessageMatch.rows(matching: "Not allow use HTTPS protocol.")
    #expect(rows.map(\.fault.status) == [404, 426, 426])
    #expect(MessageMatch.rows(matching: "426 Not allow use HTTPS protocol.").allSatisfy { $0.fault.status == 426 })
  }

  @Test(arguments: ["", ".", "There is no api match", "header is required", "Bad Gateway now", "481"])
  func otherTextsMatchNothing(_ text: String) {
    #expect(MessageMatch.rows(matching: text).isEmpty)
  }

  @Test func longTextsEndAtOnce() {
    #expect(MessageMatch.rows(matching: String(repeating: "header ", count: 100_000)).isEmpty)
  }
}
