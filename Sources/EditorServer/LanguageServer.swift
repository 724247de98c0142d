import Engine
public import Linting

/// A language server (LSP 3.17) over a connection: takes one message after the other and answers every request once.
public struct LanguageServer: ~Copyable {
  private var connection: Connection
  private let rules: [Rule]
  private let options: ServerOptions
  private let version: String
  private var phase = Phase.new
  private var queue: [IncomingMessage] = []
  private var cancelled: Set<RequestID> = []
  private var session: EditorSession?
  private var nextRequest = 1

  private enum Phase {
    case new, running, shutDown
  }

  /// A server for one client.
  /// - Parameters:
  ///   - rules: the rules it runs.
  ///   - options: what its command line says.
  ///   - version: what it says of itself.
  ///   - input: the descriptor that messages come from.
  ///   - output: the descriptor that answers go to.
  public init(rules: [Rule], options: ServerOptions, version: String, input: Int32, output: Int32) {
    connection = Connection(input: input, output: output)
    self.rules = rules
    self.options = options
    self.version = version
  }

  /// Serves until the client says `exit` or is gone.
  /// - Returns: 0 where the client shut the server down before, else 1.
  public mutating func run() -> Int32 {
    while true {
      do throws(MessageFrames.Malformed) {
        try receive()
      } catch {
        log("gwlint: the connection carries \(error.reason) and cannot be read on.")
        return 1
      }
      guard !queue.isEmpty else { return phase == .shutDown ? 0 : 1 }
      let message = queue.removeFirst()
      if message.method == "exit" { return phase == .shutDown ? 0 : 1 }
      handle(message)
    }
  }

  /// Takes what has come. Waits only where nothing is left to do; what is due is told before.
  private mutating func receive() throws(MessageFrames.Malformed) {
    while let content = try connection.receive(isPatient: false) { enqueue(content) }
    guard queue.isEmpty else { return }
    tellWhatIsDue()
    // What is no request and no notification leaves nothing to do: a cancellation of what is done, broken JSON.
    while queue.isEmpty {
      guard let content = try connection.receive(isPatient: true) else { return }
      enqueue(content)
    }
  }

  private mutating func enqueue(_ content: [UInt8]) {
    do throws(IncomingMessage.Unreadable) {
      let message = try IncomingMessage(content)
      if message.method == "$/cancelRequest" {
        if let id = message.parameters(CancelParameters.self)?.id, queue.contains(where: { $0.id == id }) {
          cancelled.insert(id)
        }
      } else {
        queue.append(message)
      }
    } catch {
      connection.send(Answer.failure(nil, .parseError, "This message is no JSON object."))
    }
  }

  private mutating func handle(_ message: IncomingMessage) {
    guard let method = message.method else { return }
    guard let id = message.id else { return take(method, message) }
    if cancelled.remove(id) != nil {
      return connection.send(Answer.failure(id, .requestCancelled, "The request was cancelled."))
    }
    connection.send(answer(to: method, id, message))
  }

  // MARK: Requests

  private mutating func answer(to method: String, _ id: RequestID, _ message: IncomingMessage) -> JSONValue {
    switch (phase, method) {
    case (.new, "initialize"):
      guard let parameters = message.parameters(InitializeParameters.self) else {
        return Self.badParameters(id, method)
      }
      let abilities = ClientAbilities(parameters)
      session = EditorSession(rules: rules, client: abilities, folders: Self.folders(parameters), options: options)
      phase = .running
      return Answer.success(id, ServerAbilities.json(for: abilities, version: version))
    case (.new, _): return Answer.failure(id, .serverNotInitialized, "`initialize` comes first.")
    case (.running, "shutdown"):
      phase = .shutDown
      return Answer.success(id, .null)
    case (.shutDown, _): return Answer.failure(id, .invalidRequest, "The server is shut down.")
    case (.running, "initialize"): return Answer.failure(id, .invalidRequest, "`initialize` comes once.")
    case (.running, _):
      guard var session = session.take() else { return Answer.failure(id, .invalidRequest, "No session.") }
      defer { self.session = session }
      switch session.answer(to: method, message) {
      case .result(let value): return Answer.success(id, value)
      case .unknownMethod: return Answer.failure(id, .methodNotFound, "`\(method)` is not served.")
      case .badParameters: return Self.badParameters(id, method)
      }
    }
  }

  private static func badParameters(_ id: RequestID, _ method: String) -> JSONValue {
    Answer.failure(id, .invalidParams, "The parameters of `\(method)` cannot be read.")
  }

  private static func folders(_ parameters: InitializeParameters) -> [String] {
    if let folders = parameters.workspaceFolders { return folders.compactMap { DocumentURI.path(of: $0.uri) } }
    return [parameters.rootUri.flatMap { DocumentURI.path(of: $0) } ?? parameters.rootPath].compactMap { $0 }
  }

  // MARK: Notifications

  private mutating func take(_ method: String, _ message: IncomingMessage) {
    guard phase == .running, var session = session.take() else { return }
    defer { self.session = session }
    if method == "initialized" {
      if let complaint = session.start().complaint { log(complaint) }
      if session.client.registersWatchers { request("client/registerCapability", WatchedFiles.registration) }
      return
    }
    let outcome = session.take(method, message)
    if let complaint = outcome.complaint { log(complaint) }
    if outcome.asksForRefresh {
      if session.client.pullsDiagnostics, session.client.refreshesDiagnostics {
        request("workspace/diagnostic/refresh", nil)
      }
      if session.client.refreshesCodeLenses { request("workspace/codeLens/refresh", nil) }
    }
  }

  private mutating func tellWhatIsDue() {
    guard phase == .running, var session = session.take() else { return }
    defer { self.session = session }
    for parameters in session.diagnosticsToPush() {
      connection.send(Answer.notification("textDocument/publishDiagnostics", parameters))
    }
  }

  private mutating func request(_ method: String, _ parameters: JSONValue?) {
    connection.send(
      .object([
        "jsonrpc": .string("2.0"), "id": .string("gwlint-\(nextRequest)"), "method": .string(method),
        "params": parameters,
      ]))
    nextRequest += 1
  }

  private func log(_ text: String) {
    connection.send(
      Answer.notification("window/logMessage", .object(["type": .int(2), "message": .string(text)])))
  }
}
