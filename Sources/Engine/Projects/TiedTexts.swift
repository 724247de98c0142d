import Dialects
public import GatewayModel
import SourceText
import YAMLDocument

/// Texts that are linted together, with what ties them: a manifest's globs make the files that they match part of its
/// service.
struct TiedTexts: Sendable {
  /// The texts; what a manifest names counts as named.
  private(set) var texts: [ReadText]
  /// The project that they make.
  let project: Project
  /// Documents of which nothing is reported.
  let contextDocuments: Set<UInt32>
  /// Globs that tie no API to their service.
  let emptyGlobs: [EmptyGlob]
  /// For each document of the project that is a file, the text it was read from.
  private let textOfDocument: [Int]
  /// For each manifest its text and those that its globs match.
  private let ties: [[Int]]

  /// A glob of a manifest without effect.
  struct EmptyGlob: Sendable {
    /// Where it is written.
    let origin: Origin
    /// The glob as written.
    let pattern: String
    /// Whether it matches files, none of which defines an API.
    let isMatchedByOthers: Bool
  }

  /// Ties texts together.
  /// - Parameter currentFolder: the folder that the texts' names are relative to.
  init(_ texts: [ReadText], currentFolder: String) {
    self.texts = texts
    let manifests = texts.indices.filter { !(texts[$0].model?.memberGlobs.isEmpty ?? true) }
    let paths = manifests.isEmpty ? SortedPaths([]) : SortedPaths(texts.map(\.display), currentFolder: currentFolder)
    var ties = manifests.map { Tie(manifest: $0, globs: texts[$0].model!.memberGlobs(in: paths.paths[$0])) }
    for index in ties.indices { ties[index].match(paths, &self.texts) }

    var documents: [DocumentModel] = []
    var textOfDocument: [Int] = []
    var documentOfText = [UInt32?](repeating: nil, count: texts.count)
    var contextDocuments: Set<UInt32> = []
    for (index, text) in self.texts.enumerated() {
      guard let model = text.model else { continue }
      let document = UInt32(documents.count)
      documentOfText[index] = document
      if text.isContext { contextDocuments.insert(document) }
      documents.append(model)
      textOfDocument.append(index)
    }
    self.textOfDocument = textOfDocument
    self.ties = ties.map { [$0.manifest] + $0.matched.sorted() }
    self.contextDocuments = contextDocuments
    project = Project(
      documents: documents,
      groups: ties.compactMap { tie in
        let members = tie.members.sorted().compactMap { documentOfText[$0] }
        return members.isEmpty ? nil : [documentOfText[tie.manifest]!] + members
      },
      incomplete: Set(ties.filter(\.isIncomplete).map { documentOfText[$0.manifest]! }))
    emptyGlobs = ties.flatMap { tie in
      tie.emptyGlobs.map { glob in
        EmptyGlob(
          origin: Origin(document: documentOfText[tie.manifest]!, node: glob.node), pattern: glob.pattern,
          isMatchedByOthers: glob.isMatchedByOthers)
      }
    }
  }

  /// How the rules are set for each document that is a file.
  var settings: [RuleSettings] { textOfDocument.map { texts[$0].settings } }

  /// Which texts have to be linted together: those that describe one service. Each text is in one cluster; the clusters
  /// and their members are ordered as the texts are.
  var clusters: [[Int]] {
    var cluster = Array(texts.indices)
    func first(_ index: Int) -> Int {
      var index = index
      while cluster[index] != index { index = cluster[index] }
      return index
    }
    let services = project.services.map { service in
      service.documents.map { document in
        textOfDocument[Int(project.placeInFile(ByteSpan(at: 0), ofDocument: document).document)]
      }
    }
    for together in services + ties {
      let members = together.map(first)
      for member in members { cluster[member] = members.min() ?? member }
    }
    return Dictionary(grouping: texts.indices, by: first).sorted { $0.key < $1.key }.map(\.value)
  }

  /// One manifest and the texts that it names.
  private struct Tie {
    let manifest: Int
    let globs: [(node: NodeID, glob: MemberGlob)]
    /// Texts that the globs match, and those of them that define APIs.
    var matched: Set<Int> = []
    var members: Set<Int> = []
    var isIncomplete = false
    var emptyGlobs: [(node: NodeID, pattern: String, isMatchedByOthers: Bool)] = []

    init(manifest: Int, globs: [(node: NodeID, glob: MemberGlob)]) {
      self.manifest = manifest
      self.globs = globs
    }

    mutating func match(_ paths: SortedPaths, _ texts: inout [ReadText]) {
      for (node, glob) in globs {
        let matched = paths.indices(matching: glob).filter { $0 != manifest }
        self.matched.formUnion(matched)
        let known = members.count
        for index in matched {
          texts[index].becomeNamed(literally: glob.isLiteral)
          switch texts[index].outcome {
          case .model(let model): if model.facts.dialect != .manifest { members.insert(index) }
          case .broken, .notRecognised, .unreadable: isIncomplete = true
          case .skipped: break
          }
        }
        guard members.count == known, !glob.isTemplated else {
          isIncomplete = isIncomplete || glob.isTemplated
          continue
        }
        let tiesNothing = matched.allSatisfy { index in
          if case .skipped = texts[index].outcome { true } else { texts[index].model?.facts.dialect == .manifest }
        }
        guard tiesNothing else { continue }
        isIncomplete = true
        emptyGlobs.append((node, glob.pattern, !matched.isEmpty))
      }
    }
  }
}

extension ReadText {
  /// The model, where the text is a gateway definition.
  public var model: DocumentModel? {
    if case .model(let model) = outcome { model } else { nil }
  }

  /// Makes a text that was passed over one that is linted, since a manifest names it.
  /// - Parameter literally: whether it is named by its own name, and not met by a pattern.
  fileprivate mutating func becomeNamed(literally: Bool) {
    switch outcome {
    case .skipped(.plainOpenAPI): outcome = .model(Dialects.read(yaml, as: .openAPI, file: display))
    case .skipped(.unparsable) where literally || Dialects.recognise(yaml) != .other: outcome = .broken
    case .skipped(.notGateway) where literally: outcome = .notRecognised
    default: break
    }
  }
}

extension DocumentModel {
  /// The globs of a manifest.
  /// - Parameter path: the manifest's own path, absolute.
  func memberGlobs(in path: String) -> [(node: NodeID, glob: MemberGlob)] {
    memberGlobs.map { ($0, MemberGlob(yaml.string($0), in: PathName.folder(of: path))) }
  }
}

/// Paths that globs are matched against.
struct SortedPaths {
  /// The paths in the order in which they were given, absolute.
  let paths: [String]
  private let order: [Int]

  init(_ paths: [String], currentFolder: String = "/") {
    self.paths = paths.map { PathName.absolute($0, from: currentFolder) }
    order = self.paths.indices.sorted { [paths = self.paths] in
      paths[$0].utf8.lexicographicallyPrecedes(paths[$1].utf8)
    }
  }

  /// The indices of the paths that a glob matches, in the order of the paths.
  /// - Complexity: O(log n) and a match for each path below the glob's fixed folders.
  func indices(matching glob: MemberGlob) -> [Int] {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if paths[order[middle]].utf8.lexicographicallyPrecedes(glob.base.utf8) { low = middle + 1 } else { high = middle }
    }
    return order[low...].prefix { paths[$0].utf8.starts(with: glob.base.utf8) }.filter { glob.matches(paths[$0]) }
  }
}
