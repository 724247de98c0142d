/// When a value is missing, and when nothing can be said.
extension Field {
  /// Whether the value is known to be missing: it is not written, null or blank, nothing holds by default, the dialect
  /// can write it, and the mapping that should hold it is in the input.
  ///
  /// A part of which something is not in the input says nothing about what is absent from it, except inside a mapping
  /// that it does write. Nor is a field missing whose key is misspelled or stands in the wrong place: that key is the
  /// finding.
  public var isMissing: Bool {
    switch shape {
    case .list, .mapping: return false
    case .scalar: return isBlank
    case .null:
      guard part.facts.defaults[name] == nil, !part.facts.tool.unknownDefaults.contains(name) else { return false }
      return isWritten || canBeMissed
    }
  }

  /// Whether the key is known not to be there: as `isMissing`, but a blank value counts as one.
  public var isMissingKey: Bool { shape == .null && isMissing }

  private var canBeMissed: Bool {
    let facts = part.facts
    let isAlternate = part.usesAlternateSpelling
    guard (isAlternate ? facts.alternateSpelling[name] : nil) ?? facts.spelling[name] != nil else { return false }
    guard !part.isMislaid(name) else { return false }
    let containers = isAlternate ? facts.alternateContainer : facts.container
    var holder = containers[name]
    while let name = holder {
      guard !part.isMislaid(name) else { return false }
      let field = part[name]
      switch field.shape {
      case .mapping: return true
      case .scalar, .list: return false
      case .null: holder = containers[name]
      }
    }
    return !part.isIncomplete
  }
}
