import GatewayModel
import Linting
import YAMLDocument

/// Names what findings are about: service, API, part and field, without text and position.
struct FindingIdentities {
  private let project: Project
  /// What each document's service is called.
  private let services: [String]

  /// Reads the names of the project's services.
  /// - Complexity: O(number of documents and services).
  init(_ project: Project) {
    self.project = project
    var services = [String](repeating: "", count: project.documents.count)
    for group in project.services {
      let name = group.documents.lazy.compactMap { Self.serviceName(inDocument: $0, of: project) }.first ?? ""
      for document in group.documents { services[Int(document)] = name }
    }
    for document in project.fileCount..<project.documents.count {
      // The text that holds a document comes before it.
      guard services[document].isEmpty, let holder = project.textHolder(ofDocument: UInt32(document)) else { continue }
      services[document] = services[Int(holder.document)]
    }
    self.services = services
  }

  private static func serviceName(inDocument document: UInt32, of project: Project) -> String? {
    guard project.document(document).partCount > 0 else { return nil }
    let part = project.part(PartID(document: document, index: 0))
    guard part.kind == .service else { return nil }
    return part.writtenServiceName
  }

  /// What a finding of a rule is about.
  func identity(of finding: Finding, rule: String) -> FindingIdentity {
    var identity = FindingIdentity(rule: rule, field: fieldName(of: finding.place))
    guard let subject = finding.subject else { return identity }
    let part = project.part(subject)
    identity.service = part.enclosing(.service)?.writtenServiceName ?? services[Int(subject.document)]
    if let api = part.enclosing(.api) {
      identity.method = api[.method].text?.uppercased() ?? ""
      identity.path = api[.path].text ?? ""
    }
    identity.part = part.ownName
    return identity
  }

  private func fieldName(of place: Place) -> String {
    switch place {
    case .missing(let field, _): return "\(field)"
    case .value(let origin), .keyOfValue(let origin), .inside(let origin, _, _):
      let yaml = project.document(origin.document).yaml
      guard let key = yaml.keyNode(ofValue: origin.use ?? origin.node) else { return "" }
      return yaml.string(key)
    case .key(let origin): return project.document(origin.document).yaml.string(origin.node)
    case .part: return ""
    }
  }
}

extension Part {
  /// Id or name of a service, as far as it is written.
  fileprivate var writtenServiceName: String? { self[.serviceId].text ?? self[.serviceName].text }

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
