import Synchronization

/// What was worked out from a project once and is asked for by several rules.
final class DerivedValues: Sendable {
  struct Key: Hashable {
    let type: ObjectIdentifier
    let document: UInt32
    let root: UInt32
  }

  private let values = Mutex<[Key: any Sendable]>([:])

  subscript(_ key: Key) -> (any Sendable)? {
    get { values.withLock { $0[key] } }
    set { values.withLock { $0[key] = newValue } }
  }
}

extension Project {
  /// A value that follows from a service alone: made when it is first asked for, kept as long as the project. It must
  /// name parts by their handles: a `Part` in it would keep the project for ever.
  public func derived<Value: Sendable>(from service: ServiceGroup, _ make: () -> Value) -> Value {
    guard let first = service.members.first else { return make() }
    let key = DerivedValues.Key(
      type: ObjectIdentifier(Value.self), document: first.document, root: first.roots?.first ?? 0)
    if let known = derivedValues[key] as? Value { return known }
    let value = make()
    derivedValues[key] = value
    return value
  }
}
