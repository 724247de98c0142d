/// An IP address as a number.
///
/// Source: textual forms of RFC 4291 §2.2 and of RFC 3986 §3.2.2 for the dotted quad.
public enum IPAddress: Sendable, Hashable {
  /// Version 4, the first octet in the highest byte.
  case v4(UInt32)
  /// Version 6, in two halves.
  case v6(high: UInt64, low: UInt64)

  /// Reads a dotted quad or an IPv6 address without brackets; a zone behind `%` is passed over.
  /// - Returns: nil for anything else: three numbers, an octet over 255, a leading zero, hexadecimal octets.
  public init?(_ text: some Collection<UInt8>) {
    self.init(bytes: Array(text)[...])
  }

  /// Reads the bytes of an address, as above.
  public init?(bytes: ArraySlice<UInt8>) {
    // Most hosts are names, and most names begin with a letter that no number has.
    guard let first = bytes.first, Self.canBegin(first) else { return nil }
    if let quad = Self.quad(bytes) {
      self = .v4(quad)
    } else if let (high, low) = Self.groups(bytes.prefix { $0 != UInt8(ascii: "%") }) {
      self = .v6(high: high, low: low)
    } else {
      return nil
    }
  }

  /// The IPv4 address that an IPv6 address of the form `::ffff:a.b.c.d` stands for, else the address itself.
  public var unmapped: IPAddress {
    guard case .v6(let high, let low) = self, high == 0, low >> 32 == 0xFFFF else { return self }
    return .v4(UInt32(truncatingIfNeeded: low))
  }

  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: ":"): true
    default: false
    }
  }

  private static func quad(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var dots = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        guard digits == 0 || octet > 0 else { return nil }
        octet = octet * 10 + UInt32(byte - 0x30)
        digits += 1
        guard octet <= 255 else { return nil }
      case UInt8(ascii: "."):
        guard digits > 0, dots < 3 else { return nil }
        value = value << 8 | octet
        (octet, digits, dots) = (0, 0, dots + 1)
      default: return nil
      }
    }
    return dots == 3 && digits > 0 ? value << 8 | octet : nil
  }

  private static func groups(_ bytes: ArraySlice<UInt8>) -> (UInt64, UInt64)? {
    guard bytes.contains(UInt8(ascii: ":")), bytes.count <= 45 else { return nil }
    let gap = zip(bytes.indices, bytes.indices.dropFirst()).first {
      bytes[$0] == UInt8(ascii: ":") && bytes[$1] == UInt8(ascii: ":")
    }
    var all: [UInt16]
    if let gap {
      guard let head = groupList(bytes[..<gap.0]), let tail = groupList(bytes[(gap.1 + 1)...]),
        head.count + tail.count < 8
      else { return nil }
      all = head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
    } else {
      guard let list = groupList(bytes), list.count == 8 else { return nil }
      all = list
    }
    func half(_ groups: ArraySlice<UInt16>) -> UInt64 { groups.reduce(0) { $0 << 16 | UInt64($1) } }
    return (half(all[..<4]), half(all[4...]))
  }

  /// Groups of up to four hexadecimal digits; the last one may be a dotted quad.
  private static func groupList(_ bytes: ArraySlice<UInt8>) -> [UInt16]? {
    guard !bytes.isEmpty else { return [] }
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var result: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let quad = quad(part) else { return nil }
        result += [UInt16(truncatingIfNeeded: quad >> 16), UInt16(truncatingIfNeeded: quad)]
        continue
      }
      guard (1...4).contains(part.count), let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
        part.first != UInt8(ascii: "+")
      else { return nil }
      result.append(group)
    }
    return result
  }
}

/// A block of IP addresses in CIDR notation.
public struct IPNetwork: Sendable, Hashable {
  /// Any address of the block.
  public let address: IPAddress
  /// How many leading bits the addresses of the block share: 0–32 or 0–128.
  public let prefixLength: Int

  /// A block; nil where the length does not fit the address.
  public init?(_ address: IPAddress, prefixLength: Int) {
    let most = if case .v4 = address { 32 } else { 128 }
    guard (0...most).contains(prefixLength) else { return nil }
    self.address = address
    self.prefixLength = prefixLength
  }

  /// Reads `10.0.0.0/8`, or a lone address as a block of one.
  public init?(_ text: some Collection<UInt8>) {
    let parts = Array(text).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = parts.first, let address = IPAddress(first) else { return nil }
    let most = if case .v4 = address { 32 } else { 128 }
    switch parts.count {
    case 1: self.init(address, prefixLength: most)
    case 2:
      guard (1...3).contains(parts[1].count), parts[1].allSatisfy({ (0x30...0x39).contains($0) }),
        let length = Int(String(decoding: parts[1], as: UTF8.self))
      else { return nil }
      self.init(address, prefixLength: length)
    default: return nil
    }
  }

  /// Whether an address lies in the block. Addresses of the other version never do.
  public func contains(_ other: IPAddress) -> Bool {
    switch (address, other) {
    case (.v4(let own), .v4(let other)): return prefixLength == 0 || (own ^ other) >> (32 - prefixLength) == 0
    case (.v6(let high, let low), .v6(let otherHigh, let otherLow)):
      if prefixLength == 0 { return true }
      if prefixLength <= 64 { return (high ^ otherHigh) >> (64 - prefixLength) == 0 }
      return high == otherHigh && (prefixLength == 64 || (low ^ otherLow) >> (128 - prefixLength) == 0)
    default: return false
    }
  }
}
