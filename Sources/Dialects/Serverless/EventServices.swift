import GatewayModel
import YAMLDocument

/// The services that the gateway events of several functions lead to: those without an id are one service, those that
/// share an id another.
struct EventServices {
  /// One gateway event of a function.
  struct Event {
    /// The event's mapping.
    let mapping: NodeID
    /// Which keys its settings know.
    let level: ServerlessLevel
    /// The written time-out of the function.
    let functionTimeout: NodeID?
    /// The service id that is written for it.
    let id: NodeID?
  }

  private struct Service {
    let id: NodeID?
    var events: [Event]
  }

  /// The id of the first event that names none.
  var defaultId: NodeID?
  private var services: [Service] = []
  private var places: [String: Int] = [:]

  /// Adds an event to the service that it leads to.
  mutating func add(_ event: Event, in yaml: YAMLDocument) {
    var id = event.id.map { yaml.resolved($0) }
    if let written = id, yaml.scalar(written).isEmpty { id = nil }
    if id == nil, let first = defaultId {
      id = yaml.resolved(first)
      defaultId = nil
    }
    let name = id.map { yaml.string($0) } ?? ""
    if let place = places[name] {
      services[place].events.append(event)
    } else {
      places[name] = services.count
      services.append(Service(id: id, events: [event]))
    }
  }

  /// Writes the services into a model.
  /// - Parameters:
  ///   - home: the mapping that a service without id stands for.
  ///   - readAPI: reads the API of one event.
  func read(
    into builder: ModelBuilder, home: NodeID, readAPI: (Event, ModelBuilder) -> Void
  ) {
    for service in services {
      builder.begin(.service, node: service.id == nil ? home : service.events[0].mapping)
      if let id = service.id { builder.set(.serviceId, value: id) }
      for event in service.events { readAPI(event, builder) }
      builder.end()
    }
  }
}
