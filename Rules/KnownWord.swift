/// How a written word stands to a list of words.
enum KnownWord: Equatable {
  /// It is one of them.
  case exact
  /// It is one of them but for upper and lower case; this is how the list writes it.
  case inOtherCase(String)
  /// It is none of them.
  case unknown

  init(_ word: String, among words: [String]) {
    if words.contains(word) {
      self = .exact
    } else if let known = words.first(where: { $0.lowercased() == word.lowercased() }) {
      self = .inOtherCase(known)
    } else {
      self = .unknown
    }
  }
}
