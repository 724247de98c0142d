/// A variable of a form that serverless components do not fill in, such as the classic Serverless Framework's.
///
/// Source: the variable resolution of the components' command line [component].
public struct ForeignVariable: Sendable, Hashable {
  /// What becomes of it.
  public enum Effect: Sendable, Hashable {
    /// The text goes to the cloud as it is written.
    case keptAsText
    /// The tool stops.
    case refused
  }

  /// Where it begins: the offset of its `$` in the text.
  public let offset: Int
  /// Its length in bytes, the closing brace included where there is one.
  public let count: Int
  /// What becomes of it.
  public let effect: Effect
  /// The name of the environment variable that is meant; `nil` for every other form.
  public let environmentName: String?

  /// The first such variable in a text; variables may nest.
  /// - Complexity: O(length of the text).
  public static func first(in bytes: ArraySlice<UInt8>) -> ForeignVariable? {
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[(start + 1)...]
      guard rest.first == UInt8(ascii: "{") else { continue }
      let inner = rest.dropFirst()
      guard let effect = effect(of: inner) else { continue }
      let end = inner.firstIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "$") } ?? inner.endIndex
      let isClosed = end < inner.endIndex && inner[end] == UInt8(ascii: "}")
      let text = String(decoding: inner[..<end], as: UTF8.self)
      let isName = isClosed && text.hasPrefix("env.") && text.dropFirst(4).utf8.allSatisfy { isNameByte($0) }
      return ForeignVariable(
        offset: start - bytes.startIndex, count: (isClosed ? end + 1 : end) - start, effect: effect,
        environmentName: isName && text.count > 4 ? String(text.dropFirst(4)) : nil)
    }
    return nil
  }

  private static func effect(of inner: ArraySlice<UInt8>) -> Effect? {
    if inner.starts(with: "env.".utf8) || inner.starts(with: "env}".utf8) || inner.starts(with: "file(".utf8) {
      return .keptAsText
    }
    for source in ["self:", "opt:", "sls:", "cf:", "s3:", "ssm:", "file:"] where inner.starts(with: source.utf8) {
      return .refused
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
