import GatewayModel
import Linting

/// The APIs that a binding or an attachment names.
struct NamedAPIs {
  /// One name, with the APIs that it means; none where no API of the input is meant.
  struct Name {
    let place: Place
    let apis: [Part]
  }

  /// All names, in their order.
  let names: [Name]
  /// Whether some name is filled in later or cannot be followed, so that it may mean any API.
  let hasUnknown: Bool

  /// - Complexity: O(number of names).
  init(_ binding: Part, _ directory: APIDirectory) {
    let list = binding[.apiNames]
    let id = binding[.apiId]
    if list.isWritten {
      names = list.listItems.map { Name(place: .value($0.origin), apis: directory.referenced(by: $0.text ?? "")) }
      hasUnknown = list.hasTemplate
    } else if let referents = binding.referents(of: .apiId) {
      names = referents.parts.map { Name(place: .field(id), apis: [$0]) }
      hasUnknown = referents.hasUnknown
    } else if let text = id.text, !id.isTemplated {
      names = [Name(place: .field(id), apis: directory.referenced(by: text))]
      hasUnknown = false
    } else {
      names = []
      hasUnknown = id.isTemplated || binding.isIncomplete
    }
  }
}
