/// Which plain scalars are no strings.
public enum ScalarSchema: Sendable, Hashable {
  /// As js-yaml 4 reads: `true`, `null`, `~`, `0x1f`, `0o17`, `1_000`, `.inf`.
  case core
  /// As PyYAML reads: also `yes`, `no`, `on`, `off`, octal `017`, sexagesimal `1:30`.
  case yaml11
  /// As JSON.
  case json
}

/// What a scalar is under a schema.
public enum ScalarValue: Sendable, Hashable {
  /// No value.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number; nil where it does not fit into 64 bits.
  case integer(Int64?)
  /// A number that is not whole.
  case float(Double)
  /// A text, or anything the schema does not know.
  case string
}

extension YAMLDocument {
  /// What a scalar is under a schema. Quoted and block scalars and those tagged `!!str` are texts; `!!bool`, `!!int`,
  /// `!!float` and `!!null` make a scalar of any style what they say if it can be that. An alias is followed; a
  /// collection is `.string`.
  public func resolve(_ node: NodeID, schema: ScalarSchema) -> ScalarValue {
    let node = resolved(node)
    guard kind(node) == .scalar else { return .string }
    guard let tag = tag(node) else {
      return style(node) == .plain ? schema.resolve(scalar(node)) : .string
    }
    let value = schema.resolve(scalar(node))
    switch (tag, value) {
    case ("tag:yaml.org,2002:null", _): return .null
    case ("tag:yaml.org,2002:bool", .bool), ("tag:yaml.org,2002:int", .integer), ("tag:yaml.org,2002:float", .float):
      return value
    case ("tag:yaml.org,2002:float", .integer(let number)):
      return number.map { .float(Double($0)) } ?? .string
    default: return .string
    }
  }
}

extension YAMLDocument {
  /// Whether `resolve` takes a scalar for null.
  public func isNull(_ node: NodeID, schema: @autoclosure () -> ScalarSchema) -> Bool {
    let record = table.nodes[resolved(node).index]
    guard record.kind == .scalar else { return false }
    guard record.has(.mayBeNull) || record.has(.tagged) else { return false }
    return resolve(node, schema: schema()) == .null
  }
}

extension ScalarSchema {
  /// What an unquoted text is.
  public func resolve(_ text: String) -> ScalarValue {
    resolve(ArraySlice(text.utf8))
  }

  /// What an unquoted text is.
  public func resolve(_ bytes: ArraySlice<UInt8>) -> ScalarValue {
    guard let first = bytes.first else { return self == .json ? .string : .null }
    switch first {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(bytes)
    case UInt8(ascii: "~"): return bytes.count == 1 && self != .json ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "T"), UInt8(ascii: "F"),
      UInt8(ascii: "N"), UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "o"), UInt8(ascii: "O"):
      guard bytes.count <= 5 else { return .string }
      return word(String(decoding: bytes, as: UTF8.self))
    default: return .string
    }
  }

  private func word(_ text: String) -> ScalarValue {
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    if self == .json { return .string }
    switch text {
    case "True", "TRUE": return .bool(true)
    case "False", "FALSE": return .bool(false)
    case "Null", "NULL": return .null
    default: break
    }
    if self == .core { return .string }
    switch text {
    case "yes", "Yes", "YES", "on", "On", "ON": return .bool(true)
    case "no", "No", "NO", "off", "Off", "OFF": return .bool(false)
    default: return .string
    }
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> ScalarValue {
    switch self {
    case .core: return NumberText(bytes).core
    case .yaml11: return NumberText(bytes).yaml11
    case .json: return NumberText(bytes).json
    }
  }
}
