import GatewayModel
import Linting
import YAMLDocument

/// Folds findings about values that are written once and used in several places.
///
/// A fault that every use has is one finding at the value, with its uses as related locations. A fault that only some
/// uses have stands at each of those uses, with the value as related location.
struct SharedValues {
  private let project: Project

  init(_ project: Project) {
    self.project = project
  }

  private struct Key: Hashable {
    let rule: Int
    let document: UInt32
    let node: NodeID
    let form: Int
  }

  /// The findings with those about shared values folded, the others as they are.
  func folded(_ findings: [Finding], language: Language) -> [Finding] {
    let origins = findings.map { project.origin(of: $0.place) }
    var shared = Set<Node>()
    for origin in origins where origin.use != nil { shared.insert(Node(origin)) }
    guard !shared.isEmpty else { return findings }
    let uses = countUses(of: shared)

    var groups: [Key: [Int]] = [:]
    var order: [Key] = []
    var result: [Finding] = []
    for (index, finding) in findings.enumerated() {
      let origin = origins[index]
      guard shared.contains(Node(origin)) else {
        result.append(finding)
        continue
      }
      let key = Key(rule: finding.rule, document: origin.document, node: origin.node, form: form(of: finding.place))
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(index)
    }
    for key in order {
      let members = groups[key] ?? []
      let node = Node(document: key.document, node: key.node)
      if members.count >= uses[node] ?? 1 {
        result.append(merged(members.map { (findings[$0], origins[$0]) }, language))
      } else {
        for index in members { result.append(atUse(findings[index], origins[index], language)) }
      }
    }
    return result
  }

  private struct Node: Hashable {
    let document: UInt32
    let node: NodeID

    init(document: UInt32, node: NodeID) {
      self.document = document
      self.node = node
    }

    init(_ origin: Origin) {
      self.init(document: origin.document, node: origin.node)
    }
  }

  /// In how many places of the model each node is used.
  private func countUses(of nodes: Set<Node>) -> [Node: Int] {
    var counts: [Node: Int] = [:]
    for document in Set(nodes.map(\.document)) {
      project.document(document).forEachWrittenNode { node in
        let node = Node(document: document, node: node)
        if nodes.contains(node) { counts[node, default: 0] += 1 }
      }
    }
    return counts
  }

  private func merged(_ members: [(finding: Finding, origin: Origin)], _ language: Language) -> Finding {
    var finding = members[0].finding
    let use = Text(en: "used here", zh: "在此处使用")[language]
    for (_, origin) in members {
      guard let place = placeOfUse(origin) else { continue }
      finding.related.append((place, use))
    }
    return finding
  }

  private func atUse(_ finding: Finding, _ origin: Origin, _ language: Language) -> Finding {
    guard let place = placeOfUse(origin) else { return finding }
    var finding = finding
    finding.related.append((finding.place, Text(en: "written here", zh: "在此处书写")[language]))
    finding.place = place
    // What mends this use would change the others, which are right.
    finding.mends = []
    return finding
  }

  private func placeOfUse(_ origin: Origin) -> Place? {
    guard let use = origin.use else { return nil }
    let target = Origin(document: origin.document, node: use)
    return project.document(origin.document).yaml.kind(use) == .mapping ? .keyOfValue(target) : .value(target)
  }

  private func form(of place: Place) -> Int {
    switch place {
    case .value: 0
    case .keyOfValue: 1
    case .key: 2
    case .missing(let field, _): 16 + Int(field.rawValue)
    case .part: 4
    case .inside(_, let offset, _): 1024 + offset
    }
  }
}
