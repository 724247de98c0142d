public import GatewayModel

/// Where a finding stands. One of three: a value, a key, or the place where something is missing.
public enum Place: Sendable {
  /// At a value.
  case value(Origin)
  /// At the key of the entry that holds a value, or at the value where it has no key.
  case keyOfValue(Origin)
  /// At a key itself.
  case key(Origin)
  /// Where a field of a part would stand: at the key of the mapping that should hold it, at that mapping's first key
  /// where it has none, at the nearest mapping above where it is not written.
  case missing(FieldName, PartID)
  /// At a part: its key, or its first key.
  case part(PartID)
  /// At some bytes of a value: an offset and a length in its decoded text.
  case inside(Origin, offset: Int, count: Int)

  /// At the value of a field, or where it would stand.
  public static func field(_ field: Field) -> Place {
    if let origin = field.origin { return .value(origin) }
    return .missing(field.name, field.part.id)
  }
}

/// A second place that explains a finding.
public struct RelatedPlace: Sendable {
  /// Where it is.
  public var place: Place
  /// What is there.
  public var message: Text

  /// A related place from its parts.
  public init(_ place: Place, _ message: Text) {
    self.place = place
    self.message = message
  }
}
