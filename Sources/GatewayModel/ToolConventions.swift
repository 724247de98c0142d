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
  /// Whether words for served protocols are joined from a list, one alone is taken as well, and upper and lower case
  /// are the same.
  public var joinsProtocols: Bool
  /// Whether a key that no mapping of the dialect reads is worth a finding.
  public var checksKeys: Bool
  /// Fields that an earlier version of the tool read under another key, so that the older key may be meant well.
  public var olderKeys: Set<FieldName>
  /// Whether a file declares several functions, which APIs or events lead to.
  public var declaresFunctions: Bool
  /// Short names of regions that the tool takes beside the cloud's own.
  public var regionAliases: [String]
  /// Words for the type of a response that the tool takes beside the Cloud API's.
  public var responseTypes: [String] = []
  /// Fields that the tool gives a value of its own, which is not published.
  public var unknownDefaults: Set<FieldName> = []
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
    joinsProtocols: Bool = false, checksKeys: Bool = false, olderKeys: Set<FieldName> = [],
    declaresFunctions: Bool = false, regionAliases: [String] = [], bindsPlansInPlace: Bool = false,
    expandsTokenLocation: Bool = false
  ) {
    self.quotedBooleans = quotedBooleans
    self.mappingSwitch = mappingSwitch
    self.demandedFields = demandedFields
    self.methods = methods
    self.valueTypes = valueTypes
    self.joinsProtocols = joinsProtocols
    self.checksKeys = checksKeys
    self.olderKeys = olderKeys
    self.declaresFunctions = declaresFunctions
    self.regionAliases = regionAliases
    self.bindsPlansInPlace = bindsPlansInPlace
    self.expandsTokenLocation = expandsTokenLocation
  }
}
