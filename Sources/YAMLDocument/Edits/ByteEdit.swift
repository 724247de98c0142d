public import SourceText

/// A replacement of some bytes of a source text. What no edit covers stays as it is.
public struct ByteEdit: Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  public var span: ByteSpan
  /// What stands there afterwards; empty for a removal.
  public var text: String

  /// An edit from its parts.
  public init(_ span: ByteSpan, _ text: String) {
    self.span = span
    self.text = text
  }

  init(_ range: Range<Int>, _ text: String) {
    self.init(ByteSpan(UInt32(range.lowerBound), UInt32(range.upperBound)), text)
  }

  init(at offset: Int, _ text: String) {
    self.init(offset..<offset, text)
  }
}

/// Why an edit was not made: no edit is certain to do what was asked and nothing else.
public enum EditRefusal: Error, Sendable, Hashable {
  /// The text does not parse.
  case brokenText
  /// The node, one that holds it, or one within it is used from elsewhere by an alias.
  case sharedValue
  /// A tag says what the value is.
  case tagged
  /// A comment stands where nothing would be left to hold it.
  case losesComment
  /// The mapping has the key already.
  case duplicateKey
  /// The node is none that the operation can work on, or written in a form that it cannot follow.
  case unsuitable
}
