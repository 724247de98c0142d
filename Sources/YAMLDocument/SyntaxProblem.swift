public import SourceText

/// Why a text could not be read to its end, and where.
public struct SyntaxProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The text is not YAML. The string is the parser's own English sentence.
    case syntax(String)
    /// The bytes are not text that YAML allows.
    case encoding(EncodingFault)
    /// A bound of `Limits`, with its value.
    case limit(LimitKind, Int)
    /// An alias whose anchor is not defined before it in its document.
    case undefinedAlias(String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The place that should be looked at; never empty unless at the end of the text.
  public let span: ByteSpan
  /// The beginning of the construct that the parser was reading, where it names one.
  public let context: ByteSpan?
  /// What the parser's sentence is about, for `Kind.syntax`.
  public let fault: SyntaxFault?
  /// The usual accident that looks like this, where the text shows one.
  public let hint: SyntaxHint?

  init(
    _ kind: Kind, at span: ByteSpan, context: ByteSpan? = nil, fault: SyntaxFault? = nil, hint: SyntaxHint? = nil
  ) {
    self.kind = kind
    self.span = span
    self.context = context
    self.fault = fault
    self.hint = hint
  }
}

/// Why bytes are not text that YAML allows.
public enum EncodingFault: Sendable, Hashable {
  /// The byte order mark says UTF-16.
  case utf16
  /// The byte order mark says UTF-32.
  case utf32
  /// Bytes that are not UTF-8.
  case invalidUTF8
  /// A character that YAML does not allow anywhere, by its code point.
  case forbiddenCharacter(UInt32)
}

/// What a syntax error is about.
public enum SyntaxFault: Sendable, Hashable {
  /// A character that begins nothing (`@`, a backtick, a tab where a token should stand).
  case unexpectedCharacter
  /// A tab where indentation is expected.
  case tabIndentation
  /// A quoted text that is not closed.
  case unclosedQuote
  /// A `[` or `{` that is not closed, or a comma missing within.
  case unclosedFlow
  /// A line whose indentation fits no open collection, or a key or item where none may stand.
  case badStructure
  /// A key without its `:`.
  case missingColon
  /// A `:` where no mapping may begin.
  case misplacedMapping
  /// An unknown or incomplete backslash escape.
  case badEscape
  /// A wrong `%` line.
  case badDirective
  /// A wrong `&name` or `*name`.
  case badAnchor
  /// A wrong `!tag`.
  case badTag
  /// A wrong head of a `|` or `>` text.
  case badBlockScalarHeader
  /// Text where a document should begin or end.
  case badDocumentStart
  /// Anything else.
  case other
}

/// The usual accident behind a syntax error.
public enum SyntaxHint: Sendable, Hashable {
  /// An unquoted value begins with `@`.
  case unquotedAt
  /// An unquoted value begins with a backtick.
  case unquotedBacktick
  /// An unquoted value begins with `*` (a wildcard domain, a media type).
  case unquotedAsterisk
  /// An unquoted value begins with `&`.
  case unquotedAmpersand
  /// An unquoted value begins with `%`.
  case unquotedPercent
  /// An unquoted value begins with `!`.
  case unquotedExclamation
  /// An unquoted value begins with `{{`, a template expression.
  case unquotedTemplate
  /// `key:value` without a blank behind the colon.
  case missingBlankAfterColon
  /// A value that holds a colon and a blank, unquoted.
  case unquotedColon
  /// Lines indented under a key that already has a value.
  case indentedUnderScalar
  /// A tab as indentation.
  case tabIndentation
  /// A quote that is not closed.
  case unclosedQuote
  /// Text behind a closing quote.
  case textAfterQuote
  /// A backslash in double quotes that begins no escape (a regular expression, a Windows path).
  case backslashInDoubleQuotes
  /// Marks of an unfinished merge (`<<<<<<<`).
  case mergeConflict
}
