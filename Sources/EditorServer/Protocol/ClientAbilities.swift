import Linting

/// What the client can do, read once at the start.
struct ClientAbilities: Sendable {
  let encoding: PositionEncoding
  /// The language that it asks for; `nil` where it names none.
  let language: Language?
  /// The configuration for all files that it names.
  let configuration: String?
  /// Whether it asks for diagnostics itself; then none are pushed.
  let pullsDiagnostics: Bool
  let refreshesDiagnostics: Bool
  let refreshesCodeLenses: Bool
  let registersWatchers: Bool
  let takesRelatedInformation: Bool
  let takesCodeDescription: Bool
  let takesCodeActionLiterals: Bool
  /// Whether it asks for a code action's edit only when it is chosen.
  let resolvesCodeActions: Bool
  let takesDocumentChanges: Bool
  let nestsSymbols: Bool
  let takesSnippets: Bool
  /// Whether it lets a completion say what becomes of the indentation of its lines.
  let takesInsertTextMode: Bool
  /// Whether the lines of a completion are moved as far in as the line at the cursor: as the client lets one say, else
  /// as editors do with snippets.
  let adjustsIndentation: Bool

  init(_ parameters: InitializeParameters) {
    let capabilities = parameters.capabilities
    let text = capabilities?.textDocument
    let workspace = capabilities?.workspace
    encoding = PositionEncoding.negotiated(capabilities?.general?.positionEncodings)
    let word = parameters.initializationOptions?.lang ?? parameters.locale
    language = word.map { $0.lowercased().hasPrefix("zh") ? .zh : .en }
    configuration = parameters.initializationOptions?.config
    pullsDiagnostics = text?.diagnostic != nil
    refreshesDiagnostics = workspace?.diagnostics?.refreshSupport ?? false
    refreshesCodeLenses = workspace?.codeLens?.refreshSupport ?? false
    registersWatchers = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    takesRelatedInformation = text?.publishDiagnostics?.relatedInformation ?? pullsDiagnostics
    takesCodeDescription = text?.publishDiagnostics?.codeDescriptionSupport ?? pullsDiagnostics
    takesCodeActionLiterals = text?.codeAction?.codeActionLiteralSupport != nil
    let resolved = text?.codeAction?.resolveSupport?.properties ?? []
    resolvesCodeActions = resolved.contains("edit") && text?.codeAction?.dataSupport ?? false
    takesDocumentChanges = workspace?.workspaceEdit?.documentChanges ?? false
    nestsSymbols = text?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
    let item = text?.completion?.completionItem
    takesSnippets = item?.snippetSupport ?? false
    let modes = item?.insertTextModeSupport?.valueSet ?? []
    takesInsertTextMode = !modes.isEmpty
    adjustsIndentation = modes.isEmpty ? takesSnippets : modes.contains(2)
  }
}
