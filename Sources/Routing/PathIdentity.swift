/// What tells two paths apart as far as matching goes: the kind and the text, variable names erased.
public struct PathIdentity: Hashable, Sendable {
  private let bytes: [UInt8]

  /// - Parameter variables: where in `text` the variables stand, in their order.
  init(written: [UInt8], kind: PathKind, text: [UInt8], variables: [Range<Int>]) {
    guard !variables.isEmpty else {
      bytes = written
      return
    }
    var result: [UInt8] = [kind.rawValue]
    result.reserveCapacity(text.count + 1)
    var copied = 0
    for variable in variables {
      result += text[copied..<variable.lowerBound]
      result.append(UInt8(ascii: "{"))
      result.append(UInt8(ascii: "}"))
      copied = variable.upperBound
    }
    result += text[copied...]
    bytes = result
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The same for servers that take letters of either case for one another.
  public var lowercased: PathIdentity { PathIdentity(RequestPath.lowercased(bytes)) }

  /// Hashes all bytes at once; an array does it one by one, which takes several times as long.
  public func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
