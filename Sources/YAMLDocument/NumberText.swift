/// Reads an unquoted text as a number under the three schemas.
struct NumberText {
  private let isNegative: Bool
  private let hasPlus: Bool
  /// The text without its sign.
  private let digits: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) {
    isNegative = bytes.first == UInt8(ascii: "-")
    hasPlus = bytes.first == UInt8(ascii: "+")
    digits = Array(isNegative || hasPlus ? bytes.dropFirst() : bytes)
  }

  /// As js-yaml 4.
  var core: ScalarValue {
    guard let first = digits.first else { return .string }
    if first == UInt8(ascii: "0"), digits.count > 1 {
      switch digits[1] {
      case UInt8(ascii: "b"): return integer(digits.dropFirst(2), base: 2)
      case UInt8(ascii: "x"): return integer(digits.dropFirst(2), base: 16)
      case UInt8(ascii: "o"): return integer(digits.dropFirst(2), base: 8)
      default: break
      }
    }
    let whole = integer(digits[...], base: 10)
    return whole == .string ? decimal(allowsUnsignedExponent: true, needsPoint: false) : whole
  }

  /// As PyYAML.
  var yaml11: ScalarValue {
    guard let first = digits.first else { return .string }
    if first == UInt8(ascii: "0"), digits.count > 1 {
      switch digits[1] {
      case UInt8(ascii: "b"): return integer(digits.dropFirst(2), base: 2, allowsOuterUnderscores: true)
      case UInt8(ascii: "x"): return integer(digits.dropFirst(2), base: 16, allowsOuterUnderscores: true)
      default: break
      }
      let octal = integer(digits.dropFirst(), base: 8, allowsOuterUnderscores: true)
      if octal != .string { return octal }
    } else if let number = sexagesimal {
      return number
    } else if first != UInt8(ascii: "_") {
      let whole = integer(digits[...], base: 10, allowsOuterUnderscores: true)
      if whole != .string { return whole }
    }
    return sexagesimal ?? decimal(allowsUnsignedExponent: false, needsPoint: true)
  }

  /// As JSON.
  var json: ScalarValue {
    guard !hasPlus, let first = digits.first, Self.isDigit(first), !digits.contains(UInt8(ascii: "_")) else {
      return .string
    }
    if first == UInt8(ascii: "0"), digits.count > 1, Self.isDigit(digits[1]) { return .string }
    let whole = integer(digits[...], base: 10)
    if whole != .string { return whole }
    if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
      guard point + 1 < digits.count, Self.isDigit(digits[point + 1]) else { return .string }
    }
    return decimal(allowsUnsignedExponent: true, needsPoint: false)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func integer(_ text: ArraySlice<UInt8>, base: UInt64, allowsOuterUnderscores: Bool = false) -> ScalarValue {
    if !allowsOuterUnderscores, text.first == UInt8(ascii: "_") || text.last == UInt8(ascii: "_") { return .string }
    var magnitude: UInt64 = 0
    var isTooLarge = false
    var hasDigit = false
    for byte in text where byte != UInt8(ascii: "_") {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return .string
      }
      guard UInt64(digit) < base else { return .string }
      hasDigit = true
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      isTooLarge = isTooLarge || overflow || carry
      magnitude = sum
    }
    guard hasDigit || (allowsOuterUnderscores && !text.isEmpty) else { return .string }
    if isTooLarge { return .integer(nil) }
    if isNegative {
      return .integer(magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil)
    }
    return .integer(Int64(exactly: magnitude))
  }

  /// `1:30` and `1:30.5`, parts to the base 60.
  private var sexagesimal: ScalarValue? {
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1, let head = parts.first, let first = head.first, Self.isDigit(first) else { return nil }
    guard head.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: "_") }) else { return nil }
    var value = Double(String(decoding: head.filter(Self.isDigit), as: UTF8.self)) ?? 0
    var isWhole = true
    for (index, part) in parts.enumerated().dropFirst() {
      var whole = part
      var fraction = ""
      if index == parts.count - 1, let point = part.firstIndex(of: UInt8(ascii: ".")) {
        isWhole = false
        whole = part[..<point]
        fraction = String(decoding: part[(point + 1)...].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
      }
      guard !whole.isEmpty, whole.count <= 2, whole.allSatisfy(Self.isDigit),
        let number = Double(String(decoding: whole, as: UTF8.self)), number < 60,
        fraction.isEmpty || fraction.utf8.allSatisfy(Self.isDigit)
      else { return nil }
      value = value * 60 + number + (Double("0." + (fraction.isEmpty ? "0" : fraction)) ?? 0)
    }
    if isNegative { value = -value }
    guard isWhole else { return .float(value) }
    if first == UInt8(ascii: "0") { return nil }
    return .integer(Int64(exactly: value))
  }

  private func decimal(allowsUnsignedExponent: Bool, needsPoint: Bool) -> ScalarValue {
    let text = String(decoding: digits, as: UTF8.self)
    switch text {
    case ".inf", ".Inf", ".INF": return .float(isNegative ? -.infinity : .infinity)
    case ".nan", ".NaN", ".NAN": return isNegative || hasPlus ? .string : .float(.nan)
    default: break
    }
    var index = 0
    func skipDigits() -> Int {
      let start = index
      while index < digits.count, Self.isDigit(digits[index]) || (index > 0 && digits[index] == UInt8(ascii: "_")) {
        index += 1
      }
      return index - start
    }
    let whole = skipDigits()
    var fraction = 0
    let hasPoint = index < digits.count && digits[index] == UInt8(ascii: ".")
    if hasPoint {
      index += 1
      fraction = skipDigits()
    }
    guard whole + fraction > 0, hasPoint || !needsPoint else { return .string }
    if whole == 0, isNegative || hasPlus { return .string }
    if index < digits.count, digits[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      let hasSign = index < digits.count && (digits[index] == UInt8(ascii: "-") || digits[index] == UInt8(ascii: "+"))
      if hasSign { index += 1 }
      let start = index
      while index < digits.count, Self.isDigit(digits[index]) { index += 1 }
      guard index > start, hasSign || allowsUnsignedExponent else { return .string }
    }
    guard index == digits.count, digits.last != UInt8(ascii: "_") else { return .string }
    var number = String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    if number.hasPrefix(".") { number = "0" + number }
    if let point = number.firstIndex(of: ".") {
      let next = number.index(after: point)
      if next == number.endIndex || !number[next].isNumber { number.insert("0", at: next) }
    }
    guard let value = Double(number) else { return .string }
    return .float(isNegative ? -value : value)
  }
}
