import GatewayModel
import Linting
import YAMLDocument

extension Project {
  /// What a finding is about apart from text and position: rule, service, method, path, part and field.
  func identity(of finding: Finding, rule: String) -> String {
    var words = [rule]
    if let subject = finding.subject {
      let part = part(subject)
      if let service = part.enclosing(.service) {
        words.append(service[.serviceId].text ?? service[.serviceName].text ?? "")
      } else {
        words.append("")
      }
      if let api = part.enclosing(.api) {
        words.append(api[.method].text?.uppercased() ?? "")
        words.append(api[.path].text ?? "")
      }
      words.append(part.ownName)
    }
    words.append(fieldName(of: finding.place))
    return words.joined(separator: "\u{1F}")
  }

  private func fieldName(of place: Place) -> String {
    switch place {
    case .missing(let field, _): return "\(field)"
    case .value(let origin), .keyOfValue(let origin), .inside(let origin, _, _):
      let yaml = document(origin.document).yaml
      guard let key = yaml.keyNode(ofValue: origin.use ?? origin.node) else { return "" }
      return yaml.string(key)
    case .key(let origin): return document(origin.document).yaml.string(origin.node)
    case .part: return ""
    }
  }
}

extension Part {
  /// The name that a part itself carries, where its kind has one.
  fileprivate var ownName: String {
    let field: FieldName? =
      switch kind {
      case .requestParameter: .parameterName
      case .serviceParameter: .targetName
      case .constantParameter: .constantName
      case .domain: .domainName
      case .pathMapping: .mappingPath
      case .plugin: .pluginName
      case .usagePlan: .usagePlanName
      case .apiKey: .secretName
      case .app: .appName
      case .microService: .microServiceName
      default: nil
      }
    return field.flatMap { self[$0].text } ?? ""
  }
}
