/// Writes JSON text piece by piece, without building a tree of values first.
public struct JSONWriter: Sendable {
  /// What is written so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = [false]
  private var isAfterKey = false

  /// A writer of nothing yet.
  public init() {}

  /// What is written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Opens an object.
  public mutating func beginObject() { open("{") }
  /// Closes the object that is open.
  public mutating func endObject() { close("}") }
  /// Opens an array.
  public mutating func beginArray() { open("[") }
  /// Closes the array that is open.
  public mutating func endArray() { close("]") }

  /// Writes the key of the next value.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    append(": ")
    isAfterKey = true
  }

  /// Writes a text.
  public mutating func value(_ text: String) {
    separate()
    appendQuoted(text)
  }

  /// Writes a number.
  public mutating func value(_ number: Int) {
    separate()
    append(String(number))
  }

  /// Writes a truth value.
  public mutating func value(_ truth: Bool) {
    separate()
    append(truth ? "true" : "false")
  }

  /// Writes null.
  public mutating func null() {
    separate()
    append("null")
  }

  /// Writes a member with a text.
  public mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  /// Writes a member with a number.
  public mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a member with a truth value.
  public mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  /// Breaks the line before the next element, for reading and for line-wise differences.
  public mutating func breakLine(indentedBy blanks: Int = 0) {
    if needsComma[needsComma.count - 1] {
      append(",")
      needsComma[needsComma.count - 1] = false
    }
    append("\n")
    append(String(repeating: " ", count: blanks))
  }

  /// Hands over what is written so far and forgets it, so that a long report needs no more memory than a piece of it.
  public mutating func flush(to sink: (borrowing [UInt8]) -> Void) {
    sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func open(_ sign: Character) {
    separate()
    append(String(sign))
    needsComma.append(false)
  }

  private mutating func close(_ sign: Character) {
    needsComma.removeLast()
    append(String(sign))
    needsComma[needsComma.count - 1] = true
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
    } else if needsComma[needsComma.count - 1] {
      append(", ")
    }
    needsComma[needsComma.count - 1] = true
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
