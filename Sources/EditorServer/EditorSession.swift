import Engine
import Linting

/// What the server knows of one client and its files, and what it answers from it.
struct EditorSession {
  let client: ClientAbilities
  /// The language of texts for people.
  var language: Language { workspace.linter.language }
  var workspace: Workspace
  private let rules: [Rule]
  private let options: ServerOptions
  private var settings: ClientSettings
  private let firstFolders: [String]
  var ledger = DiagnosticLedger()

  /// - Parameter options: what the command line says.
  init(rules: [Rule], client: ClientAbilities, folders: [String], options: ServerOptions = ServerOptions()) {
    self.client = client
    self.rules = rules
    self.options = options
    settings = client.settings
    firstFolders = folders
    workspace = Self.workspace(rules, client, settings, folders, options)
  }

  private static func workspace(
    _ rules: [Rule], _ client: ClientAbilities, _ settings: ClientSettings, _ folders: [String],
    _ options: ServerOptions
  ) -> Workspace {
    var linter = Linter(rules: rules)
    linter.jobs = ParallelWork.coreCount
    let folder = folders.first ?? linter.currentFolder
    let named = settings.config.map { PathName.absolute($0, from: folder) }
    let configuration = named ?? options.configuration.map { PathName.absolute($0, from: linter.currentFolder) }
    linter.language =
      options.language ?? settings.lang.map(Language.init(ofWord:)) ?? client.locale
      ?? ConfigurationStore(catalogue: linter.catalogue, currentFolder: folder, explicitPath: configuration)
      .nearestToCurrentFolder?.language ?? options.localeLanguage
    return Workspace(linter: linter, configuration: configuration)
  }

  /// Reads the folders.
  mutating func start() -> Outcome {
    workspace.change(added: firstFolders, removed: [])
    return Outcome(complaint: unreadableConfigurations)
  }

  /// What the client should hear of configurations that cannot be read.
  private var unreadableConfigurations: String? {
    let lines = workspace.unreadableConfigurations.map { "gwlint: \($0.file): \($0.message)" }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// What became of a request.
  enum Reply {
    case result(JSONValue)
    case unknownMethod
    case badParameters
  }

  /// Answers a request. A client that is told of diagnostics does not ask for them.
  mutating func answer(to method: String, _ message: IncomingMessage) -> Reply {
    switch method {
    case "textDocument/diagnostic" where client.pullsDiagnostics: reply(message) { $0.documentDiagnostics($1) }
    case "workspace/diagnostic" where client.pullsDiagnostics: reply(message) { $0.workspaceDiagnostics($1) }
    case "textDocument/codeAction": reply(message) { $0.codeActions($1) }
    case "codeAction/resolve": reply(message) { $0.resolved($1) }
    case "textDocument/completion": reply(message) { $0.completion($1) }
    case "textDocument/hover": reply(message) { $0.hover($1) }
    case "textDocument/codeLens": reply(message) { $0.codeLenses($1) }
    case "textDocument/definition": reply(message) { $0.definition($1) }
    case "textDocument/references": reply(message) { $0.references($1) }
    case "textDocument/documentSymbol": reply(message) { $0.symbols($1) }
    default: .unknownMethod
    }
  }

  private mutating func reply<P: Decodable>(
    _ message: IncomingMessage, _ body: (inout EditorSession, P) -> JSONValue
  ) -> Reply {
    guard let parameters = message.parameters(P.self) else { return .badParameters }
    return .result(body(&self, parameters))
  }

  /// What a notification leads to.
  struct Outcome {
    /// What the client should hear of.
    var complaint: String?
    /// Whether what was told of unopened files may no longer hold.
    var asksForRefresh = false
  }

  /// Takes a notification; unknown ones are passed over, as the protocol says.
  mutating func take(_ method: String, _ message: IncomingMessage) -> Outcome {
    switch method {
    case "textDocument/didOpen": read(message, method) { $0.didOpen($1) }
    case "textDocument/didChange": read(message, method) { $0.didChange($1) }
    case "textDocument/didSave": read(message, method) { $0.didSave($1) }
    case "textDocument/didClose": read(message, method) { $0.didClose($1) }
    case "workspace/didChangeWatchedFiles": read(message, method) { $0.didChangeWatchedFiles($1) }
    case "workspace/didChangeConfiguration": read(message, method) { $0.didChangeConfiguration($1) }
    case "workspace/didChangeWorkspaceFolders": read(message, method) { $0.didChangeFolders($1) }
    default: Outcome()
    }
  }

  private mutating func read<P: Decodable>(
    _ message: IncomingMessage, _ method: String, _ body: (inout EditorSession, P) -> Outcome
  ) -> Outcome {
    guard let parameters = message.parameters(P.self) else {
      return Outcome(complaint: "gwlint: the parameters of `\(method)` cannot be read.")
    }
    return body(&self, parameters)
  }

  private mutating func didOpen(_ parameters: DidOpenParameters) -> Outcome {
    let document = parameters.textDocument
    workspace.open(
      OpenDocument(
        uri: document.uri, languageId: document.languageId ?? "", version: document.version,
        bytes: Array(document.text.utf8)))
    return Outcome()
  }

  private mutating func didChange(_ parameters: DidChangeParameters) -> Outcome {
    let document = parameters.textDocument
    let isOpen = workspace.change(
      uri: document.uri, version: document.version, parameters.contentChanges, encoding: client.encoding)
    return isOpen ? Outcome() : Outcome(complaint: "gwlint: \(document.uri) is not open and cannot be changed.")
  }

  private mutating func didClose(_ parameters: DocumentParameters) -> Outcome {
    workspace.close(uri: parameters.textDocument.uri)
    return Outcome()
  }

  /// Configurations hold as they are on disk: for a client that watches no files, saving one is the sign to read it.
  private mutating func didSave(_ parameters: DocumentParameters) -> Outcome {
    guard workspace.isConfiguration(uri: parameters.textDocument.uri) else { return Outcome() }
    workspace.reloadConfigurations()
    return Outcome(complaint: unreadableConfigurations, asksForRefresh: true)
  }

  private mutating func didChangeWatchedFiles(_ parameters: WatchedFilesParameters) -> Outcome {
    if parameters.changes.contains(where: { workspace.isConfiguration(uri: $0.uri) }) {
      workspace.reloadConfigurations()
      return Outcome(complaint: unreadableConfigurations, asksForRefresh: true)
    }
    let isOfOpenDocuments = parameters.changes.allSatisfy { workspace.document(uri: $0.uri) != nil && $0.type == 2 }
    guard !isOfOpenDocuments else { return Outcome() }
    workspace.rescan()
    return Outcome(asksForRefresh: true)
  }

  /// Many clients send settings that say nothing of gwlint, or say the same again.
  private mutating func didChangeConfiguration(_ parameters: ConfigurationParameters) -> Outcome {
    guard let settings = parameters.ownSettings, settings != self.settings else { return Outcome() }
    self.settings = settings
    var workspace = Self.workspace(rules, client, settings, self.workspace.folders, options)
    workspace.take(over: self.workspace)
    self.workspace = workspace
    return Outcome(complaint: unreadableConfigurations, asksForRefresh: true)
  }

  private mutating func didChangeFolders(_ parameters: WorkspaceFoldersParameters) -> Outcome {
    workspace.change(
      added: parameters.event.added.compactMap { DocumentURI.path(of: $0.uri) },
      removed: parameters.event.removed.compactMap { DocumentURI.path(of: $0.uri) })
    return Outcome(asksForRefresh: true)
  }
}
