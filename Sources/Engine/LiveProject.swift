public import GatewayModel
public import Linting
public import SourceText
import YAMLDocument

/// The files that an editor works on: those of its folders as they are on disk, open ones as the editor holds them, and
/// what belongs to them, found as a run over the same folders finds it. Configurations are read from disk and hold as
/// they do for a run.
///
/// What was read and found is kept until something changes; a change of one text costs reading that text and linting
/// those that describe the same service.
public struct LiveProject: Sendable {
  /// The linter, with its rules and language.
  public let linter: Linter
  private let explicitConfiguration: String?
  private var configurations: ConfigurationStore
  private var folders: [String] = []
  private var held: [String: Held] = [:]
  private var texts: LintedTexts
  /// What the editor's texts were when they could last be parsed: the next one that can is like it.
  private var lastParsed: [String: YAMLDocument] = [:]

  /// A text that the editor holds, and whether it is a file's.
  private struct Held {
    var bytes: [UInt8]
    var hasPath: Bool
  }

  /// A project without files.
  /// - Parameter configuration: the configuration that governs everything, instead of those found beside files.
  public init(linter: Linter, configuration: String? = nil) {
    self.linter = linter
    explicitConfiguration = configuration
    texts = LintedTexts(linter: linter)
    configurations = Self.configurations(linter, configuration)
  }

  private static func configurations(_ linter: Linter, _ explicitPath: String?) -> ConfigurationStore {
    ConfigurationStore(
      catalogue: linter.catalogue, currentFolder: linter.currentFolder, explicitPath: explicitPath)
  }

  private var finder: FileFinder { FileFinder(currentFolder: linter.currentFolder, configurations: configurations) }

  // MARK: Names

  /// The name under which outputs and this project know the file at an absolute path.
  public func name(ofPath path: String) -> String { PathName.display(path, from: linter.currentFolder) }

  /// The absolute path of a file by its name.
  public func path(ofName name: String) -> String { PathName.absolute(name, from: linter.currentFolder) }

  // MARK: Changes

  /// Looks through other folders from now on.
  /// - Parameter folders: absolute paths.
  public mutating func setFolders(_ folders: [String]) {
    self.folders = folders
    rescan()
  }

  /// Takes a text from the editor in place of the one on disk.
  /// - Parameter hasPath: whether it is a file's; else nothing on disk belongs to it.
  public mutating func hold(_ name: String, _ bytes: [UInt8], hasPath: Bool) {
    let known = texts[name]
    let isNew = known == nil && held[name] == nil
    held[name] = Held(bytes: bytes, hasPath: hasPath)
    let path = path(ofName: name)
    if !(hasPath && finder.isExcluded(path)) {
      let settings = configurations.settings(forFile: hasPath ? path : pathWithoutFile)
      texts.set(
        linter.read(InputText(display: name, bytes: bytes, isNamed: false, settings: settings), after: lastParsed[name])
      )
    } else if let known {
      // A manifest names it; else a run would not look at it.
      texts.set(
        linter.read(
          InputText(
            display: name, bytes: bytes, isNamed: false, isContext: known.isContext, settings: known.settings),
          after: lastParsed[name]))
    }
    if let yaml = texts[name]?.yaml, yaml.problem == nil { lastParsed[name] = yaml }
    if hasPath, isNew || known?.globTexts != texts[name]?.globTexts { rescan() }
  }

  /// Where a text without a file counts as lying.
  private var pathWithoutFile: String { (folders.first ?? linter.currentFolder) + "/-" }

  /// Gives a text back to the disk.
  public mutating func release(_ name: String) {
    guard held.removeValue(forKey: name) != nil else { return }
    texts.remove(name)
    lastParsed[name] = nil
    rescan()
  }

  /// Reads all configurations again, and what they govern.
  public mutating func reloadConfigurations() {
    configurations = Self.configurations(linter, explicitConfiguration)
    for name in texts.names { texts.remove(name) }
    for (name, text) in held where !text.hasPath { hold(name, text.bytes, hasPath: false) }
    rescan()
  }

  /// Reads everything again that the editor does not hold.
  public mutating func rescan() {
    let files = folders.isEmpty ? FoundFiles() : finder.find(folders)
    var found = files.files
    var overlay: [String: [UInt8]] = [:]
    let known = Set(found.map(\.path))
    for (name, text) in held where text.hasPath {
      let path = path(ofName: name)
      overlay[path] = text.bytes
      guard !known.contains(path), !finder.isExcluded(path) else { continue }
      found.append(FoundFile(path: path, display: name, isNamed: false))
    }
    let reader = ProjectReader(linter: linter, finder: finder, overlay: overlay)
    let reading = reader.read(found, foundIn: folders)
    let names = Set(reading.texts.map(\.display)).union(held.filter { !$0.value.hasPath }.keys)
    for name in texts.names where !names.contains(name) { texts.remove(name) }
    for text in reading.texts {
      if let old = texts[text.display], old.isSame(as: text) { continue }
      texts.set(text)
    }
  }

  // MARK: Configurations

  /// Whether a file is a configuration: by its name, or since one that was read is it or builds on it.
  /// - Parameter path: absolute.
  public func isConfiguration(_ path: String) -> Bool {
    PathName.name(of: path) == ConfigurationStore.fileName || configurations.source(ofFile: path) != nil
  }

  /// What is wrong in a configuration, as a run says it; `nil` where nobody knows its text.
  /// - Parameters:
  ///   - path: absolute.
  ///   - held: the texts that the editor holds, by absolute path; others are as they were last read.
  public func configuration(
    at path: String, held: [String: [UInt8]]
  ) -> (source: SourceText, problems: [ConfigurationProblem])? {
    guard !held.isEmpty else {
      return configurations.source(ofFile: path).map { ($0, mistakes(in: path, of: configurations)) }
    }
    var source: SourceText?
    var problems: [ConfigurationProblem] = []
    // That one builds on another is told at the one that is read later.
    for root in [path] + configurations.files.filter({ $0 != path }) {
      let store = ConfigurationStore(
        catalogue: linter.catalogue, currentFolder: linter.currentFolder, explicitPath: root, overlay: held)
      _ = store.nearestToCurrentFolder
      source = source ?? store.source(ofFile: path)
      problems += mistakes(in: path, of: store).filter { new in
        !problems.contains { $0.range == new.range && $0.message == new.message }
      }
    }
    return source.map { ($0, problems) }
  }

  private func mistakes(in path: String, of store: ConfigurationStore) -> [ConfigurationProblem] {
    store.problems.filter { $0.file == name(ofPath: path) }
  }

  /// The configurations with mistakes that govern files, by name, as they are on disk.
  public var faultyConfigurations: Set<String> { Set(configurations.problems.map(\.file)) }

  /// Configurations that cannot be read.
  public var unreadableConfigurations: [RunError] { configurations.unreadable(linter.language) }

  // MARK: What is there

  /// All texts by name, in the order of their names.
  public var names: [String] { texts.names }

  /// A text as it was last read.
  public func text(_ name: String) -> ReadText? { texts[name] }

  /// What is found in a text.
  public mutating func diagnostics(in name: String) -> [Diagnostic] {
    texts.cluster(of: name)?.result.diagnostics.filter { $0.location.file == name } ?? []
  }

  /// The other texts that are linted together with one.
  public mutating func relatives(of name: String) -> [String] {
    texts.cluster(of: name)?.members.filter { $0 != name } ?? []
  }

  /// The project that a text is part of, and its document there; `nil` where it is no gateway definition.
  public mutating func project(of name: String) -> (project: Project, document: UInt32)? {
    guard let project = texts.cluster(of: name)?.tied.project,
      let document = project.documents.prefix(project.fileCount).firstIndex(where: { $0.file == name })
    else { return nil }
    return (project, UInt32(document))
  }

  /// The project of the texts that are linted together with one, whether that one can be read or not.
  public mutating func surroundings(of name: String) -> Project? { texts.cluster(of: name)?.tied.project }

  /// A text after its fixes, as the command line would write it.
  public mutating func fixed(_ name: String, includesUnsafe: Bool) -> [UInt8]? {
    texts.fixed(name, includesUnsafe: includesUnsafe)
  }
}

extension ReadText {
  /// Whether reading again brought nothing new.
  fileprivate func isSame(as other: ReadText) -> Bool {
    guard isContext == other.isContext, yaml.source.bytes == other.yaml.source.bytes, settings === other.settings else {
      return false
    }
    switch (outcome, other.outcome) {
    case (.model, .model), (.broken, .broken), (.notRecognised, .notRecognised), (.unreadable, .unreadable): return true
    case (.skipped(let left), .skipped(let right)): return left == right && left != .notGateway
    default: return false
    }
  }
}
