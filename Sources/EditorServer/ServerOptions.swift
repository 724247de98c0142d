public import Linting

/// What the command line says of a language server.
public struct ServerOptions: Sendable {
  /// The language of messages, whatever the client and configurations say; `nil` where none is asked for.
  public var language: Language?
  /// The language where nobody names one.
  public var localeLanguage: Language
  /// The configuration for all files, instead of those found beside them; a client may name another one.
  public var configuration: String?

  /// Options from their parts.
  public init(language: Language? = nil, localeLanguage: Language = .en, configuration: String? = nil) {
    self.language = language
    self.localeLanguage = localeLanguage
    self.configuration = configuration
  }
}
