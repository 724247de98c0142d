/// A text for people, as Markdown or, for a client that does not show that, without its signs.
enum MarkupContent {
  /// The text as the protocol writes it.
  static func json(_ markdown: String, isMarkdown: Bool) -> JSONValue {
    .object([
      "kind": .string(isMarkdown ? "markdown" : "plaintext"), "value": .string(isMarkdown ? markdown : plain(markdown)),
    ])
  }

  /// Takes the signs away that gwlint's texts use: `**`, backticks, rules and links.
  static func plain(_ markdown: String) -> String {
    var text = markdown.replacing("**", with: "").replacing("`", with: "").replacing("\n\n---\n\n", with: "\n\n")
    while let middle = text.range(of: "]("), let open = text[..<middle.lowerBound].lastIndex(of: "["),
      let close = text[middle.upperBound...].firstIndex(of: ")")
    {
      let (title, address) = (text[text.index(after: open)..<middle.lowerBound], text[middle.upperBound..<close])
      text.replaceSubrange(open...close, with: "\(title): \(address)")
    }
    return text
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
