import GatewayModel
import Linting

/// The variables of a front-end path against the path parameters that an API declares.
///
/// A variable and a parameter that do not fit each other but are plainly meant for each other are one fault, of which
/// `param-path-undefined` speaks; `param-path-undeclared` speaks of variables that no parameter is meant for.
struct PathBinding {
  /// A declared path parameter without its variable.
  struct Undefined {
    let parameter: Part
    let name: String
    /// The variable that it is meant for; `nil` where none is certain.
    let meant: PathVariable?
    /// Whether the two differ in case alone, or by a slip of the keyboard.
    let isNear: Bool
  }

  /// Variables that no parameter declares, none twice.
  private(set) var undeclared: [PathVariable] = []
  /// Path parameters that have no variable.
  private(set) var undefined: [Undefined] = []

  /// Compares the two, for an API whose path is known.
  init(of api: Part) {
    let written = api.pathVariables
    var declared = Set<String>()
    var parameters: [(part: Part, name: String)] = []
    for parameter in api.requestParameters {
      guard let name = parameter.parameterNameText else { continue }
      // A parameter of that name whose position says nothing is the fault of its position.
      guard let position = parameter.parameterPosition else {
        declared.insert(name)
        continue
      }
      if position == .path { parameters.append((parameter, name)) }
    }
    // What most APIs are like takes no more than this.
    if written.elementsEqual(parameters, by: { $0.name == $1.name }) { return }
    var seen = Set<String>()
    let variables = written.filter { seen.insert($0.name).inserted }
    declared.formUnion(parameters.map(\.name))
    let unbound = variables.filter { !declared.contains($0.name) }
    let loose = parameters.filter { !seen.contains($0.name) }
    // More than an API may have are not compared one by one.
    let candidates = loose.count <= 100 && unbound.count <= 100 ? unbound : []
    for (parameter, name) in loose {
      let near = Self.near(name, among: candidates)
      let meant = near ?? (unbound.count == 1 && loose.count == 1 ? unbound[0] : nil)
      undefined.append(Undefined(parameter: parameter, name: name, meant: meant, isNear: near != nil))
    }
    let claimed = Set(undefined.compactMap(\.meant?.name))
    undeclared = unbound.filter { !claimed.contains($0.name) }
  }

  private static func near(_ name: String, among variables: [PathVariable]) -> PathVariable? {
    if let sameLetters = variables.first(where: { $0.name.lowercased() == name.lowercased() }) { return sameLetters }
    guard let nearest = NearestWord.nearest(to: name, among: variables.map(\.name)) else { return nil }
    return variables.first { $0.name == nearest }
  }
}
