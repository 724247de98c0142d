import Engine
import GatewayModel
import Linting
import SourceText
import YAMLDocument

/// The documents that the editor holds and the files around them, by the protocol's URIs.
struct Workspace {
  private(set) var live: LiveProject
  private(set) var folders: [String] = []
  private var open: [String: OpenDocument] = [:]
  /// How the editor spells the URIs of the documents that are or were open.
  private var spellings: [String: String] = [:]

  init(linter: Linter, configuration: String?) {
    live = LiveProject(linter: linter, configuration: configuration)
  }

  var linter: Linter { live.linter }

  /// What a document is kept under: the name of its file, or its URI where it has no path.
  func key(ofURI uri: String) -> String { DocumentURI.path(of: uri).map { live.name(ofPath: $0) } ?? uri }

  /// The URI of a file, as the editor spells it where it spelled one.
  func uri(ofKey key: String) -> String { spellings[key] ?? DocumentURI.uri(ofPath: live.path(ofName: key)) }

  // MARK: Changes

  /// Looks through other folders.
  mutating func change(added: [String], removed: [String]) {
    folders = folders.filter { !removed.contains($0) } + added.filter { !folders.contains($0) }
    live.setFolders(folders)
  }

  /// Takes the folders and the open documents of another workspace.
  mutating func take(over other: Workspace) {
    change(added: other.folders, removed: [])
    spellings = other.spellings
    for key in other.openKeys { if let document = other.open[key] { open(document) } }
  }

  /// Reads again what is on disk.
  mutating func rescan() { live.rescan() }

  /// Reads the configurations again, and what they govern.
  mutating func reloadConfigurations() { live.reloadConfigurations() }

  /// Takes a document into the editor's hands.
  mutating func open(_ document: OpenDocument) {
    let key = key(ofURI: document.uri)
    open[key] = document
    spellings[key] = document.uri
    hold(document, key)
  }

  /// Applies changes to an open document; `false` where it is not open.
  mutating func change(
    uri: String, version: Int?, _ changes: [DidChangeParameters.Change], encoding: PositionEncoding
  ) -> Bool {
    let key = key(ofURI: uri)
    guard var document = open[key] else { return false }
    document.apply(changes, encoding: encoding)
    document.version = version ?? document.version + 1
    open[key] = document
    hold(document, key)
    return true
  }

  /// Gives a document back to the disk.
  mutating func close(uri: String) {
    let key = key(ofURI: uri)
    guard open.removeValue(forKey: key) != nil else { return }
    live.release(key)
  }

  private mutating func hold(_ document: OpenDocument, _ key: String) {
    // The text of a configuration holds once it is saved.
    guard !isConfiguration(uri: document.uri) else { return }
    live.hold(key, document.bytes, hasPath: DocumentURI.path(of: document.uri) != nil)
    if let model = model(ofKey: key) { open[key]?.lastModel = model }
  }

  // MARK: Configurations

  /// Whether a document is a configuration of gwlint's.
  func isConfiguration(uri: String) -> Bool { DocumentURI.path(of: uri).map { live.isConfiguration($0) } ?? false }

  /// A configuration with its mistakes: it and those it builds on as the editor holds them, else as they were read; `nil`
  /// where it is none.
  func configuration(ofKey key: String) -> (source: SourceText, problems: [ConfigurationProblem])? {
    let path = live.path(ofName: key)
    guard live.isConfiguration(path) else { return nil }
    let held = open.map { (live.path(ofName: $0.key), $0.value.bytes) }
    return live.configuration(at: path, held: Dictionary(held, uniquingKeysWith: { first, _ in first }))
  }

  /// Configurations that cannot be read.
  var unreadableConfigurations: [RunError] { live.unreadableConfigurations }

  // MARK: What is there

  /// An open document.
  func document(uri: String) -> OpenDocument? { open[key(ofURI: uri)] }

  /// The keys of open documents, in order.
  var openKeys: [String] { open.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// The keys of all files that are linted and of configurations with mistakes.
  var keys: Set<String> { Set(live.names).union(live.faultyConfigurations) }

  /// The text of a file, as the editor holds it or as it was last read.
  func source(ofKey key: String) -> SourceText? {
    if let document = open[key], isConfiguration(uri: document.uri) { return SourceText(document.bytes) }
    if let text = live.text(key), !text.yaml.source.bytes.isEmpty { return text.yaml.source }
    return open[key].map { SourceText($0.bytes) }
  }

  /// What a file says; `nil` where it cannot be read.
  func model(ofKey key: String) -> DocumentModel? { live.text(key)?.model }

  /// What is found in a file.
  mutating func diagnostics(ofKey key: String) -> [Diagnostic] { live.diagnostics(in: key) }

  /// The other files whose findings may change with a file's text.
  mutating func relatives(ofKey key: String) -> [String] { live.relatives(of: key) }

  /// The project that a file belongs to, and its document there; `nil` where it is no gateway definition.
  mutating func project(ofKey key: String) -> (project: Project, document: UInt32)? { live.project(of: key) }

  /// The project of the files that a file is linted with, whether that file can be read or not.
  mutating func surroundings(ofKey key: String) -> Project? { live.surroundings(of: key) }

  /// The edits that apply all safe fixes of a document, as `--fix` does.
  mutating func safeFixes(ofKey key: String) -> [FileEdit] {
    guard let fixed = live.fixed(key, includesUnsafe: false), let source = source(ofKey: key) else { return [] }
    return FileEdit.replacing(source, by: fixed)
  }
}
