/// How a deploying tool reads its files, as far as rules have to know. The values given by default are those of a file
/// that goes to the Cloud API or the import as it is.
public struct ToolConventions: Sendable {
  /// What a quoted truth value means to the tool.
  public enum QuotedBooleans: Sendable {
    /// It is a value of the wrong type.
    case wrongType
    /// Any text is taken for true, or for false: the value is not what it says.
    case misread
    /// The tool refuses the file.
    case refused
    /// It is what the text says; the tool documents or converts it.
    case converted
  }

  /// What makes the path mappings of a domain count.
  public enum MappingSwitch: Sendable {
    /// `isDefaultMapping: false`.
    case isDefaultMapping
    /// `customMap: true`.
    case customMapping
    /// `customMap`, whatever it says, together with `isDefaultMapping: false`.
    case both
  }

  /// What a quoted truth value means.
  public var quotedBooleans: QuotedBooleans
  /// What makes path mappings count; `nil` where the Cloud API's own rule holds.
  public var mappingSwitch: MappingSwitch?
  /// The fields that the tool demands, by the kind of part that must have them, apart from those that a narrower rule
  /// looks for.
  public var demandedFields: [PartKind: [FieldName]]
  /// The methods that the tool takes for an API, where it has a list of its own.
  public var methods: [String]?
  /// Types of values that differ from those of the Cloud API.
  public var valueTypes: [FieldName: ValueType]
  /// Whether several words for served protocols stand in a list and are compared without regard to case.
  public var joinsProtocols: Bool
  /// Whether usage plans are bound where they are written, at an API or a service.
  public var bindsPlansInPlace: Bool
  /// Whether the tool writes out the short forms of a token's location (`authorization`, `cookie`) before it calls the
  /// Cloud API, which takes the long ones alone.
  ///
  /// Source: serverless component apigateway [component].
  public var expandsTokenLocation: Bool

  /// Conventions from their parts.
  public init(
    quotedBooleans: QuotedBooleans = .wrongType, mappingSwitch: MappingSwitch? = nil,
    demandedFields: [PartKind: [FieldName]] = [:], methods: [String]? = nil, valueTypes: [FieldName: ValueType] = [:],
    joinsProtocols: Bool = false, bindsPlansInPlace: Bool = false, expandsTokenLocation: Bool = false
  ) {
    self.quotedBooleans = quotedBooleans
    self.mappingSwitch = mappingSwitch
    self.demandedFields = demandedFields
    self.methods = methods
    self.valueTypes = valueTypes
    self.joinsProtocols = joinsProtocols
    self.bindsPlansInPlace = bindsPlansInPlace
    self.expandsTokenLocation = expandsTokenLocation
  }
}
