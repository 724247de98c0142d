import GatewayModel
import SourceText

/// A document as the editor holds it.
struct OpenDocument {
  let uri: String
  /// What the editor takes its language for.
  let languageId: String
  var version: Int
  var bytes: [UInt8]
  /// What it said when it could last be read: while one types, it often cannot.
  var lastModel: DocumentModel?

  /// Whether it has no comments.
  var isJSON: Bool { uri.lowercased().hasSuffix(".json") || languageId == "json" }

  /// Applies changes in their order; each one's range is of the text after the one before.
  mutating func apply(_ changes: [DidChangeParameters.Change], encoding: PositionEncoding) {
    for change in changes {
      guard let range = change.range else {
        bytes = Array(change.text.utf8)
        continue
      }
      let text = SourceText(bytes)
      let start = Int(encoding.offset(of: range.start, in: text))
      let end = max(start, Int(encoding.offset(of: range.end, in: text)))
      bytes.replaceSubrange(start..<end, with: change.text.utf8)
    }
  }
}
