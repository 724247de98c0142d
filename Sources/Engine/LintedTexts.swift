import GatewayModel
import Linting
import SourceText
import YAMLDocument

/// Texts by name, with what is found in them. Those that describe one service are linted together; what was found is kept
/// until one of them changes.
struct LintedTexts: Sendable {
  private let linter: Linter
  private var texts: [String: ReadText] = [:]
  private var clusters: [Cluster] = []
  private var clusterOfText: [String: Int] = [:]
  /// Texts that changed since their clusters were linted.
  private var changed: Set<String> = []
  /// Whether clusters may be made of other texts than before.
  private var isRegrouped = false
  /// Texts after their fixes, as far as somebody asked for them since the last change.
  private var fixedTexts: [FixRequest: [UInt8]?] = [:]

  /// Texts that describe one service, and what was found in them.
  final class Cluster: Sendable {
    let members: [String]
    let tied: TiedTexts
    let result: LintResult

    init(members: [String], tied: TiedTexts, result: LintResult) {
      self.members = members
      self.tied = tied
      self.result = result
    }
  }

  private struct FixRequest: Hashable {
    let name: String
    let includesUnsafe: Bool
  }

  init(linter: Linter) {
    self.linter = linter
  }

  // MARK: Texts

  /// The names in their order.
  var names: [String] { texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  subscript(_ name: String) -> ReadText? { texts[name] }

  /// Takes a text in place of the one of its name.
  mutating func set(_ text: ReadText) {
    let old = texts.updateValue(text, forKey: text.display)
    changed.insert(text.display)
    if old?.bonds == nil || old?.bonds != text.bonds { isRegrouped = true }
  }

  /// Forgets a text.
  mutating func remove(_ name: String) {
    texts[name] = nil
    isRegrouped = true
  }

  // MARK: Findings

  /// The texts that one is linted with, and what is found in them.
  mutating func cluster(of name: String) -> Cluster? {
    refresh()
    return clusterOfText[name].map { clusters[$0] }
  }

  /// A text after its fixes, as the command line would write it.
  mutating func fixed(_ name: String, includesUnsafe: Bool) -> [UInt8]? {
    guard let cluster = cluster(of: name) else { return nil }
    let request = FixRequest(name: name, includesUnsafe: includesUnsafe)
    if let known = fixedTexts[request] { return known }
    let inputs = cluster.tied.texts.map { text in
      InputText(
        display: text.display, bytes: text.yaml.source.bytes, isNamed: false,
        isContext: text.display != name || text.isContext)
    }
    let outcome = Fixer(linter: linter, includesUnsafe: includesUnsafe).fix(inputs)
    let after = outcome.texts.first { $0.display == name }?.after
    fixedTexts[request] = .some(after)
    return after
  }

  /// Lints the clusters in which a text changed, or that are made of other texts than before.
  private mutating func refresh() {
    guard isRegrouped || !changed.isEmpty else { return }
    fixedTexts = [:]
    if isRegrouped {
      regroup()
    } else {
      for index in Set(changed.compactMap { clusterOfText[$0] }) { clusters[index] = linted(clusters[index].members) }
    }
    isRegrouped = false
    changed = []
  }

  private mutating func regroup() {
    let names = names
    let known = Dictionary(clusters.map { ($0.members, $0) }, uniquingKeysWith: { $1 })
    clusters = linter.clusters(of: names.map { texts[$0]! }).map { indices in
      let members = indices.map { names[$0] }
      if let cluster = known[members], changed.isDisjoint(with: members) { return cluster }
      return linted(members)
    }
    clusterOfText = [:]
    for (index, cluster) in clusters.enumerated() { for name in cluster.members { clusterOfText[name] = index } }
  }

  private func linted(_ members: [String]) -> Cluster {
    let tied = TiedTexts(members.map { texts[$0]! }, currentFolder: linter.currentFolder)
    return Cluster(members: members, tied: tied, result: linter.lint(tied))
  }
}

extension ReadText {
  /// The globs of a manifest, as written.
  var globTexts: [String] { model.map { model in model.memberGlobs.map { model.yaml.string($0) } } ?? [] }

  /// What decides with which texts this one is linted; `nil` for what is no definition, of which more decides.
  fileprivate var bonds: Bonds? {
    model.map { model in
      Bonds(
        isManifest: model.facts.dialect == .manifest, isContext: isContext, globs: globTexts,
        serviceIds: model.serviceIds)
    }
  }

  fileprivate struct Bonds: Equatable {
    let isManifest: Bool
    let isContext: Bool
    let globs: [String]
    let serviceIds: [String?]
  }
}
