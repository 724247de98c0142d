/// Why a text is no host name.
public enum HostNameDefect: Sendable, Hashable {
  /// Nothing is there.
  case empty
  /// More than 253 bytes.
  case tooLong
  /// Two dots in a row, or one in front.
  case emptyLabel
  /// A label of more than 63 bytes.
  case labelTooLong
  /// A label begins or ends with `-`.
  case hyphenAtEdge
  /// A byte that no host name has, such as `_`.
  case character(UInt8)
  /// The last label is a number, as in an IP address with too few or too large numbers.
  case numericLastLabel
}

/// A host name: labels with dots between them.
///
/// Source: RFC 1123 §2.1 with the lengths of RFC 1035 §2.3.4. Bytes above 127 are taken as they are, since names outside
/// ASCII are written in many files and translated by tools.
public enum HostName {
  /// What is wrong with a host name, the first defect from the left; nil for a sound one. A final dot is allowed.
  public static func defect(in name: some Collection<UInt8>) -> HostNameDefect? {
    var bytes = Array(name)[...]
    if bytes.count > 1, bytes.last == UInt8(ascii: ".") { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return .empty }
    guard bytes.count <= 253 else { return .tooLong }
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    for label in labels {
      guard let first = label.first, let last = label.last else { return .emptyLabel }
      guard label.count <= 63 else { return .labelTooLong }
      if let byte = label.first(where: { !isAllowed($0) }) { return .character(byte) }
      if first == UInt8(ascii: "-") || last == UInt8(ascii: "-") { return .hyphenAtEdge }
    }
    return labels.last?.allSatisfy({ (0x30...0x39).contains($0) }) == true ? .numericLastLabel : nil
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"): true
    default: false
    }
  }
}
