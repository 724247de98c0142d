/// Parameters of requests and notifications, as far as the server reads them. Names are the protocol's.

struct InitializeParameters: Decodable {
  var processId: Int?
  var rootUri: String?
  var rootPath: String?
  var workspaceFolders: [WorkspaceFolder]?
  var locale: String?
  var capabilities: ClientCapabilities?
  var initializationOptions: Lenient<ClientSettings>?
}

struct WorkspaceFolder: Decodable {
  var uri: String
}

/// What a client may say about gwlint, at the start or later.
struct ClientSettings: Decodable, Equatable {
  /// `en` or `zh`; else the client's locale decides.
  var lang: String?
  /// The configuration to use for every file.
  var config: String?
}

/// A value that clients may fill with what they like: one of another form counts as none.
struct Lenient<Value: Decodable>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) throws {
    value = try? Value(from: decoder)
  }
}

struct ConfigurationParameters: Decodable {
  var settings: Lenient<Settings>?

  /// Settings for all servers, those of gwlint under its name, or for gwlint alone.
  struct Settings: Decodable {
    var gwlint: Lenient<ClientSettings>?
    var lang: String?
    var config: String?
  }

  /// What is set for gwlint; `nil` where nothing is.
  var ownSettings: ClientSettings? {
    let settings = settings?.value
    if let own = settings?.gwlint?.value { return own }
    guard settings?.lang != nil || settings?.config != nil else { return nil }
    return ClientSettings(lang: settings?.lang, config: settings?.config)
  }
}

struct ClientCapabilities: Decodable {
  var general: General?
  var textDocument: TextDocument?
  var workspace: Workspace?

  struct General: Decodable {
    var positionEncodings: [String]?
  }

  struct TextDocument: Decodable {
    var diagnostic: Diagnostic?
    var publishDiagnostics: PublishDiagnostics?
    var codeAction: CodeAction?
    var documentSymbol: DocumentSymbol?
    var completion: Completion?
    var hover: Hover?
  }

  struct Hover: Decodable {
    var contentFormat: [String]?
  }

  struct Diagnostic: Decodable {
    var relatedDocumentSupport: Bool?
  }

  struct PublishDiagnostics: Decodable {
    var relatedInformation: Bool?
    var codeDescriptionSupport: Bool?
    var versionSupport: Bool?
    var tagSupport: Lenient<Tags>?

    struct Tags: Decodable {
      var valueSet: [Int]
    }
  }

  struct CodeAction: Decodable {
    var codeActionLiteralSupport: Presence?
    var resolveSupport: ResolveSupport?
    var dataSupport: Bool?

    struct ResolveSupport: Decodable {
      var properties: [String]
    }
  }

  struct DocumentSymbol: Decodable {
    var hierarchicalDocumentSymbolSupport: Bool?
  }

  struct Completion: Decodable {
    var completionItem: Item?

    struct Item: Decodable {
      var snippetSupport: Bool?
      var documentationFormat: [String]?
      var insertTextModeSupport: InsertTextModes?

      struct InsertTextModes: Decodable {
        var valueSet: [Int]
      }
    }
  }

  struct Workspace: Decodable {
    var diagnostics: Refresh?
    var codeLens: Refresh?
    var didChangeWatchedFiles: Dynamic?
    var workspaceEdit: Edit?

    struct Refresh: Decodable {
      var refreshSupport: Bool?
    }

    struct Dynamic: Decodable {
      var dynamicRegistration: Bool?
    }

    struct Edit: Decodable {
      var documentChanges: Bool?
    }
  }

  /// A capability of which only the presence counts.
  struct Presence: Decodable {}
}

struct TextDocumentIdentifier: Decodable {
  var uri: String
}

struct DidOpenParameters: Decodable {
  var textDocument: Item

  struct Item: Decodable {
    var uri: String
    var languageId: String?
    var version: Int
    var text: String
  }
}

struct DidChangeParameters: Decodable {
  var textDocument: Versioned
  var contentChanges: [Change]

  struct Versioned: Decodable {
    var uri: String
    var version: Int?
  }

  struct Change: Decodable {
    /// What is replaced; the whole text where it is not there.
    var range: LSPRange?
    var text: String
  }
}

struct DocumentParameters: Decodable {
  var textDocument: TextDocumentIdentifier
}

struct PositionParameters: Decodable {
  var textDocument: TextDocumentIdentifier
  var position: LSPPosition
}

struct DocumentDiagnosticParameters: Decodable {
  var textDocument: TextDocumentIdentifier
  var previousResultId: String?
}

struct WorkspaceDiagnosticParameters: Decodable {
  var previousResultIds: [Previous]

  struct Previous: Decodable {
    var uri: String
    var value: String
  }
}

struct CodeActionParameters: Decodable {
  var textDocument: TextDocumentIdentifier
  var range: LSPRange
  var context: Context

  struct Context: Decodable {
    var only: [String]?
  }
}

/// What a code action carries until it is resolved.
struct CodeActionData: Decodable {
  var uri: String
  var version: Int
  var action: String
}

struct ResolveParameters: Decodable {
  var title: String
  var kind: String?
  var data: CodeActionData?
}

struct CancelParameters: Decodable {
  var id: RequestID
}

struct WatchedFilesParameters: Decodable {
  var changes: [Change]

  struct Change: Decodable {
    var uri: String
    var type: Int
  }
}

struct WorkspaceFoldersParameters: Decodable {
  var event: Event

  struct Event: Decodable {
    var added: [WorkspaceFolder]
    var removed: [WorkspaceFolder]
  }
}

struct ReferenceParameters: Decodable {
  var textDocument: TextDocumentIdentifier
  var position: LSPPosition
  var context: Context

  struct Context: Decodable {
    var includeDeclaration: Bool
  }
}
