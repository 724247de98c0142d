/// A language that messages and documentation exist in.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case en
  /// Simplified Chinese.
  case zh
}

/// A fixed text in every language; one that lacks a language does not compile.
public struct Text: Hashable, Sendable {
  /// The English wording.
  public let en: String
  /// The Chinese wording.
  public let zh: String

  /// A text from its wordings.
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}
