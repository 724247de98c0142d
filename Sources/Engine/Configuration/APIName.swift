import GatewayModel

/// The names by which configuration speaks of an API.
enum APIName {
  /// `METHOD path` with the method in capitals and one blank; other names as they are.
  static func normalized(_ name: String) -> String {
    let words = name.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard words.count == 2, words[1].hasPrefix("/") || words[1].hasPrefix("=") || words[1].hasPrefix("^") else {
      return name
    }
    return words[0].uppercased() + " " + words[1]
  }
}

extension Part {
  /// The names by which a configuration speaks of an API: its operation id, and `METHOD path`.
  var configurationNames: [String] {
    var names: [String] = []
    if let name = self[.apiName].text { names.append(name) }
    if let path = self[.path].text { names.append("\(self[.method].text?.uppercased() ?? "ANY") \(path)") }
    return names
  }
}
