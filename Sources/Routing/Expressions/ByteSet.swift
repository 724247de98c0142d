/// A set of bytes: 256 bits.
public struct ByteSet: Hashable, Sendable {
  private var words: SIMD4<UInt64>

  /// The empty set.
  public init() { words = .zero }

  /// The set of one byte.
  public init(_ byte: UInt8) {
    words = .zero
    insert(byte)
  }

  /// The set of a range of bytes.
  public init(_ range: ClosedRange<UInt8>) {
    words = .zero
    for byte in range { insert(byte) }
  }

  /// Whether a byte is in it.
  public func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  /// Adds a byte.
  public mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  /// Adds all bytes of another set.
  public mutating func formUnion(_ other: ByteSet) { words |= other.words }

  /// The bytes of either set.
  public func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.formUnion(other)
    return result
  }

  /// The bytes of both sets.
  public func intersection(_ other: ByteSet) -> ByteSet {
    var result = self
    result.words &= other.words
    return result
  }

  /// The bytes that are not in another set.
  public func subtracting(_ other: ByteSet) -> ByteSet {
    var result = self
    result.words &= ~other.words
    return result
  }

  /// The bytes that are not in it.
  public var inverted: ByteSet {
    var result = self
    result.words = ~result.words
    return result
  }

  /// Whether it has no byte.
  public var isEmpty: Bool { words == .zero }

  /// Whether every byte of it is in another set.
  public func isSubset(of other: ByteSet) -> Bool { words & ~other.words == .zero }

  /// With every ASCII letter in both cases where it is there in one.
  var ignoringCase: ByteSet {
    var result = self
    for lower in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let upper = lower - 32
      if contains(lower) { result.insert(upper) }
      if contains(upper) { result.insert(lower) }
    }
    return result
  }

  /// Its bytes in rising order.
  public var bytes: [UInt8] { (UInt8.min...UInt8.max).filter(contains) }

  /// The lowest byte; `nil` for the empty set.
  public var first: UInt8? {
    for index in 0..<4 where words[index] != 0 {
      return UInt8(index * 64 + words[index].trailingZeroBitCount)
    }
    return nil
  }

  /// All bytes.
  public static let all = ByteSet().inverted
  /// All bytes but the line feed, as `.` matches them.
  static let dot = ByteSet(0x0A).inverted
  /// Digits.
  static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  /// Letters, digits and `_`.
  static let word = digits.union(ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z")))
    .union(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))).union(ByteSet(UInt8(ascii: "_")))
  /// White space.
  static let space = ByteSet(0x09...0x0D).union(ByteSet(0x20))

  /// The bytes that the path of a request can hold as it stands on the request line: no control characters, no blank,
  /// and neither `?` nor `#`, which end a path.
  public static let requestPath = ByteSet(0x21...0x7E).union(ByteSet(0x80...0xFF))
    .subtracting(ByteSet(UInt8(ascii: "?"))).subtracting(ByteSet(UInt8(ascii: "#")))
}
