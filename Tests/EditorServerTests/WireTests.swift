import Testing

/// The server as it meets a stream of messages.
@Suite struct WireTests {
  private func started() throws -> WiredServer {
    let server = WiredServer()
    try server.send([["id": 0, "method": "initialize", "params": ["capabilities": [String: Any]()]]])
    #expect(try server.receive()?["result"] != nil)
    try server.send([["method": "initialized", "params": [String: Any]()]])
    return server
  }

  private func isAlive(_ server: WiredServer) throws -> Bool {
    try server.send([["id": "alive", "method": "gwlint/unknown"]])
    return try server.receive()?["id"] as? String == "alive"
  }

  @Test func messagesThatAskForNothingEndNothing() throws {
    let server = try started()
    #expect(try isAlive(server))
    try server.send([["method": "$/cancelRequest", "params": ["id": 7]]])
    #expect(try isAlive(server))
    try server.send([["id": 9, "result": [String: Any]()]])
    #expect(try isAlive(server))
    server.send(bytes: Array("Content-Length: 9\r\n\r\n{not json".utf8))
    #expect((try server.receive()?["error"] as? [String: Any])?["code"] as? Int == -32700)
    #expect(try isAlive(server))
    for text in ["[]", "1", "\"a\"", "null", ""] {
      server.send(bytes: Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8))
      #expect((try server.receive()?["error"] as? [String: Any])?["code"] as? Int == -32700)
    }
    #expect(try isAlive(server))
  }

  @Test func exitHasTheStatusOfItsManners() throws {
    let polite = try started()
    try polite.send([["id": 1, "method": "shutdown"], ["method": "exit"]])
    #expect(try polite.receive()?["id"] as? Int == 1)
    #expect(polite.end() == 0)
    let rude = try started()
    try rude.send([["method": "exit"]])
    #expect(rude.end() == 1)
    let early = WiredServer()
    try early.send([["method": "exit"]])
    #expect(early.end() == 1)
  }
}
