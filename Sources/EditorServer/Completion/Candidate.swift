import Linting

/// A word that may be written at a cursor.
struct Candidate {
  /// What it is.
  enum Kind: Int {
    // The protocol's numbers.
    case value = 12
    case key = 10
    case rule = 14
    case name = 18
  }

  let word: String
  let kind: Kind
  /// What it means, in the client's language.
  var documentation = ""
  /// Whether a mapping or a list follows on the lines below a key.
  var opensBlock = false
  /// Whether a value is written without quotes in JSON.
  var isLiteral = false
}

extension Candidate {
  /// The text to write for it.
  /// - Parameters:
  ///   - place: the cursor.
  ///   - following: the first byte behind the word; `nil` at the end of the text.
  func text(at place: CursorPlace, isJSON: Bool, before following: UInt8?) -> String {
    let blank = place.lacksBlank ? " " : ""
    guard !place.isQuoted else { return word }
    let written = isJSON ? (isLiteral ? word : "\"\(word)\"") : (isLiteral || isPlain ? word : quoted)
    guard kind == .key || (kind == .rule && place.role == .key) else { return blank + written }
    if following == UInt8(ascii: ":") { return written }
    return written + (opensBlock && !isJSON ? ":" : ": ")
  }

  private var quoted: String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether YAML reads the word as the text that it is, in block and flow style.
  private var isPlain: Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "$" || first == "/",
      !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(word.lowercased())
    else { return false }
    return word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./$&*=".unicodeScalars.contains(scalar)
    }
  }
}
