import GatewayModel
import Linting

/// One API to which a plugin is attached.
struct PluginUse {
  /// The plugin.
  let plugin: Part
  /// Its type, where it is known.
  let kind: PluginKind?
  /// The attachment that names the API.
  let attachment: Part
  /// Where it is named.
  let place: Place
  /// The API.
  let api: Part
  /// The environment; `nil` where it is not written or filled in later.
  let environment: String?
}

/// Which plugin is attached to which API of a service, as far as the names in the input tell.
struct AttachedPlugins {
  /// All uses, in document order.
  let uses: [PluginUse]
  /// Whether some attachment is filled in later, so that there may be more.
  let hasUnknown: Bool

  /// - Complexity: O(APIs + plugins + attached names).
  init(_ service: ServiceGroup, _ project: Project, _ directory: APIDirectory) {
    var uses: [PluginUse] = []
    var hasUnknown = false
    for plugin in project.parts(.plugin, of: service) {
      let kind = plugin.pluginKind
      for attachment in plugin.children(.pluginAttachment) {
        let environment = attachment[.environmentName]
        let named = NamedAPIs(attachment, directory)
        for name in named.names {
          for api in name.apis {
            uses.append(
              PluginUse(
                plugin: plugin, kind: kind, attachment: attachment, place: name.place, api: api,
                environment: environment.isTemplated ? nil : environment.text))
          }
        }
        hasUnknown = hasUnknown || named.hasUnknown || environment.isTemplated
      }
    }
    self.uses = uses
    self.hasUnknown = hasUnknown
  }

  /// The plugins of a type that are attached to some API, each with its uses, in document order.
  func grouped(_ kind: PluginKind) -> [(plugin: Part, uses: [PluginUse])] {
    var order: [(plugin: Part, uses: [PluginUse])] = []
    var places: [PartID: Int] = [:]
    for use in uses where use.kind == kind {
      if let place = places[use.plugin.id] {
        order[place].uses.append(use)
      } else {
        places[use.plugin.id] = order.count
        order.append((use.plugin, [use]))
      }
    }
    return order
  }

  /// The uses of the plugins of a type.
  func uses(of kind: PluginKind) -> [PluginUse] { uses.filter { $0.kind == kind } }
}

extension ServiceGroup {
  /// Whether the service has any plugin, before more is looked up.
  func hasPlugins(in project: Project) -> Bool { !project.parts(.plugin, of: self).isEmpty }
}
