import GatewayModel

/// How fields are spelled, and which mappings hold them, at one place of a document.
struct NamingContext {
  private let facts: DialectFacts
  private let isAlternate: Bool
  /// The field whose mapping is written; the part's own mapping where there is none.
  private let base: FieldName?

  init(_ part: Part, inside base: FieldName? = nil) {
    facts = part.facts
    isAlternate = part.usesAlternateSpelling || base == .conventionRequestParameters
    self.base = base
  }

  init(document facts: DialectFacts) {
    self.facts = facts
    isAlternate = false
    base = nil
  }

  private init(facts: DialectFacts, isAlternate: Bool, base: FieldName?) {
    self.facts = facts
    self.isAlternate = isAlternate
    self.base = base
  }

  func inside(_ field: FieldName) -> NamingContext {
    NamingContext(facts: facts, isAlternate: isAlternate || field == .conventionRequestParameters, base: field)
  }

  func spelling(of field: FieldName) -> String? {
    (isAlternate ? facts.alternateSpelling[field] : nil) ?? facts.spelling[field]
  }

  /// The mappings that hold a field, the outermost first, without those that hold the base.
  func containers(of field: FieldName) -> [FieldName] {
    let held = isAlternate ? facts.alternateContainer : facts.container
    var containers: [FieldName] = []
    var holder = held[field]
    while let name = holder, name != base, containers.count < 8 {
      containers.append(name)
      holder = held[name]
    }
    return containers.reversed()
  }
}
