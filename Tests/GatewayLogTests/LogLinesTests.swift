import GatewayLog
import GatewayModel
import Linting
import Testing

/// What is read from the lines of logs.
@Suite struct LogLinesTests {
  private static let line =
    "[1250000000][release][service-abc123][service-abc123.gz.apigw.tencentcs.com][api-xyz][/v1/orders/7][https]"
    + "[rsp_st:404][ups_st:-][cip:10.0.0.1][uip:-][vip:10.0.0.2][rsp_len:152][req_len:210][req_t:0.001][ups_rsp_t:-]"
    + "[ups_conn_t:-][ups_head_t:-][err_msg:There is no api match uri[/v1/orders/7].][tcp_rtt:1200][42]"
    + "[28/Nov/2026:01:02:03 +0800][req_id:abcdef]"

  private func entries(_ line: String) -> [LogEntry]? { LogLines.entries(in: Array(line.utf8)[...]) }

  private func check(_ entry: LogEntry?) {
    #expect(entry?.status == 404)
    #expect(entry?.message == "There is no api match uri[/v1/orders/7].")
    #expect(entry?.backendStatus == nil)
    #expect(entry?.request.environment == "release")
    #expect(entry?.request.serviceID == "service-abc123")
    #expect(entry?.request.host == "service-abc123.gz.apigw.tencentcs.com")
    #expect(entry?.request.apiID == "api-xyz")
    #expect(entry?.request.path == "/v1/orders/7")
    #expect(entry?.request.scheme == "https")
  }

  @Test func theGatewaysOwnForm() {
    check(entries(Self.line)?.first)
    check(entries("2026-11-28 01:02:03  " + Self.line)?.first)
    check(entries("[INFO] [pod-7] " + Self.line)?.first)
  }

  @Test func inCSVAndJSON() {
    check(entries("\"" + Self.line + "\"")?.first)
    let escaped = Self.line.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
    check(entries("      \"\(escaped)\",")?.first)
    let reply =
      "{\"Response\": {\"ConText\": \"\", \"LogSet\": [\"\(escaped)\", \"\(Self.line)\"], \"RequestId\": \"r\"}}"
    let entries = entries(reply) ?? []
    #expect(entries.count == 2)
    for entry in entries { check(entry) }
  }

  @Test func asObjectOfALogService() {
    let object = """
      {"__TIMESTAMP__": 1, "app_id": "1250000000", "env_name": "release", "service_id": "service-abc123", \
      "http_host": "service-abc123.gz.apigw.tencentcs.com", "api_id": "api-xyz", "uri": "/v1/orders/7", "scheme": "https", \
      "rsp_st": 404, "ups_st": "-", "err_msg": "There is no api match uri[/v1/orders/7]."}
      """
    check(entries(object)?.first)
  }

  @Test(arguments: [
    ("curl: HTTP/1.1 404 Not Found {\"message\":\"There is no api match uri[\\/a b].\"}", [404]),
    ("2026/11/28 ERROR call failed: 481 Mock config error.", [481]),
    ("the answer was `Get location of micro service info fail.`", [481]),
  ])
  func messagesInOtherLogs(_ line: String, _ statuses: [UInt16]) {
    #expect(entries(line)?.compactMap(\.status) == statuses)
  }

  @Test(arguments: ["", "hello", "[a][b][c]", "[rsp_st]", "{\"a\": 1}", "{", "]]]][[[[", "GET /x 200", "\u{0}\u{1}"])
  func othersSayNothing(_ line: String) {
    #expect(entries(line) == nil)
  }

  @Test func everyMessageOfTheTableIsFoundInALine() {
    for row in FaultTable.rows {
      let line = "x \(row.fault.status == 0 ? "" : "\(row.fault.status) ")\(row.fault.message) y"
      #expect(MessageMatch.rows(mentionedIn: line.utf8).contains { $0.fault == row.fault }, "\(row.fault)")
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 100_000]) func piecesMakeTheSameLines(_ size: Int) {
    let long = String(repeating: "x", count: LogLines.lengthLimit + 1)
    let text = Array("one\ntwo\r\n\n\(long)\nthree".utf8)
    var lines: [String?] = []
    var splitter = LineSplitter()
    let take = { (line: ArraySlice<UInt8>?) in lines.append(line.map { String(decoding: $0, as: UTF8.self) }) }
    for start in stride(from: 0, to: text.count, by: size) {
      splitter.take(Array(text[start..<min(text.count, start + size)]), take)
    }
    splitter.finish(take)
    #expect(lines == ["one", "two", "", nil, "three"])
  }
}

/// What a whole log amounts to.
@Suite struct LogSummaryTests {
  private func line(_ path: String, _ status: Int, _ message: String, backend: String = "-") -> String {
    "[1][release][service-a][h][api-\(path)][/\(path)][http][rsp_st:\(status)][ups_st:\(backend)][err_msg:\(message)][t:1]"
  }

  @Test func faultsAreCountedByRow() {
    var summary = LogSummary()
    for text in [
      line("a", 200, "-", backend: "200"), line("b", 404, "There is no api match uri[/b]."),
      line("c", 404, "There is no api match uri[/c]."), "", line("c", 404, "There is no api match uri[/c]."),
      line("d", 481, "Mock config error."), line("e", 500, "-", backend: "500"), "something else",
      line("f", 418, "I am a teapot."),
    ] { summary.take(line: Array(text.utf8)[...]) }
    summary.take(line: nil)
    #expect(summary.requests == 7)
    #expect(summary.faultCount == 5)
    #expect(summary.backendErrors == 1)
    #expect(summary.unreadLines == 2)
    #expect(summary.faults.map(\.count) == [3, 1, 1])
    #expect(summary.faults.map(\.firstLine) == [2, 6, 9])
    #expect(summary.faults[0].requests.map(\.request.path) == ["/c", "/b"])
    #expect(summary.faults[0].requests.map(\.count) == [2, 1])
    #expect(summary.faults[2].rows.isEmpty)
    #expect(summary.faults[2].message == "I am a teapot.")
  }

  @Test func aLogOfAnythingCannotFillTheMemory() {
    var summary = LogSummary()
    for number in 0..<1_000 { summary.take(line: Array(line("p\(number)", 404, "Odd message \(number).").utf8)[...]) }
    #expect(summary.requests == 1_000)
    #expect(summary.faultCount == 1_000)
    #expect(summary.faults.count <= 500)
    #expect(summary.untoldFaults >= 500)
  }
}
