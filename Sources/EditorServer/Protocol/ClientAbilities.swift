import Linting

/// What the client can do, read once at the start.
struct ClientAbilities: Sendable {
  let encoding: PositionEncoding
  /// The language that its user has; `nil` where it names none.
  let locale: Language?
  /// What it says about gwlint at the start.
  let settings: ClientSettings
  /// Whether it asks for diagnostics itself; then none are pushed.
  let pullsDiagnostics: Bool
  /// Whether an answer about one file may speak of others.
  let takesRelatedDocuments: Bool
  let refreshesDiagnostics: Bool
  let refreshesCodeLenses: Bool
  let registersWatchers: Bool
  let takesRelatedInformation: Bool
  let takesCodeDescription: Bool
  let takesTags: Bool
  /// Whether diagnostics that are pushed may say of which version of a document they are.
  let takesVersions: Bool
  let hoversInMarkdown: Bool
  let documentsInMarkdown: Bool
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
    locale = parameters.locale.map(Language.init(ofWord:))
    settings = parameters.initializationOptions?.value ?? ClientSettings()
    pullsDiagnostics = text?.diagnostic != nil
    takesRelatedDocuments = text?.diagnostic?.relatedDocumentSupport ?? false
    refreshesDiagnostics = workspace?.diagnostics?.refreshSupport ?? false
    refreshesCodeLenses = workspace?.codeLens?.refreshSupport ?? false
    registersWatchers = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    takesRelatedInformation = text?.publishDiagnostics?.relatedInformation ?? pullsDiagnostics
    takesCodeDescription = text?.publishDiagnostics?.codeDescriptionSupport ?? pullsDiagnostics
    takesTags = text?.publishDiagnostics.map { $0.tagSupport?.value?.valueSet.contains(1) ?? false } ?? pullsDiagnostics
    takesVersions = text?.publishDiagnostics?.versionSupport ?? false
    // A client that names no form takes Markdown, as nearly all do.
    hoversInMarkdown = text?.hover?.contentFormat?.contains("markdown") ?? true
    documentsInMarkdown = text?.completion?.completionItem?.documentationFormat?.contains("markdown") ?? true
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

extension Language {
  /// The language of a word such as `zh-CN`: Chinese or, for any other, English.
  init(ofWord word: String) { self = word.lowercased().hasPrefix("zh") ? .zh : .en }
}
