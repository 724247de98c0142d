/// A word that may be written at a cursor.
struct Candidate {
  /// What it is.
  enum Kind: Int {
    // The protocol's numbers.
    case value = 12
    case key = 10
    case rule = 14
    case snippet = 15
    case name = 18
  }

  /// What stands behind a key.
  enum Body {
    case scalar, mapping, list
  }

  let word: String
  let kind: Kind
  /// What it means, in the client's language.
  var documentation = ""
  /// What is written with it, in short.
  var detail = ""
  var body = Body.scalar
  /// Whether a value is written without quotes in JSON.
  var isLiteral = false
  /// Entries of the mapping that are written behind a value, or in place of a key.
  var entries: [Entry] = []

  /// What the client shows.
  var label: String { entries.isEmpty ? word : word + " …" }
}
