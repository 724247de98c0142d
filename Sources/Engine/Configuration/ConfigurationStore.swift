import Glibc
public import Linting
import SourceText
import Synchronization

/// Finds and reads the configurations that govern files. Each is read once.
public final class ConfigurationStore: Sendable {
  /// The name of a configuration file.
  public static let fileName = ".gwlint.yml"

  let catalogue: RuleCatalogue
  let currentFolder: String
  private let selection: [SelectionStep]
  private let explicitPath: String?
  private let relocation: Relocation?
  private let overlay: [String: [UInt8]]
  private let state = Mutex(State())

  /// A folder that stands for another: files below it are governed as if they lay below the other.
  public struct Relocation: Sendable {
    let folder: String
    let original: String
  }

  private struct State {
    var byFolder: [String: Configuration?] = [:]
    var byPath: [String: Configuration] = [:]
    var files: [String: ConfigurationFile] = [:]
    var problems: [RunProblem] = []
    var explicit: Configuration?
  }

  private enum RunProblem: Sendable {
    case written(ConfigurationProblem)
    case unreadable(file: String, FileError)
  }

  /// A store for one run.
  /// - Parameters:
  ///   - explicitPath: the file that governs everything, instead of those found beside files.
  ///   - selection: what the command line selects and ignores, which beats what files say.
  ///   - relocation: a folder that stands for another one.
  ///   - overlay: texts that stand for files, by absolute path.
  public init(
    catalogue: RuleCatalogue, currentFolder: String? = nil, explicitPath: String? = nil,
    selection: [SelectionStep] = [], relocation: Relocation? = nil, overlay: [String: [UInt8]] = [:]
  ) {
    self.catalogue = catalogue
    self.selection = selection
    let folder = currentFolder ?? FileSystem.currentFolder()
    self.currentFolder = folder
    self.explicitPath = explicitPath.map { PathName.absolute($0, from: folder) }
    self.relocation = relocation
    self.overlay = overlay
  }

  /// The configuration that governs a file; `nil` where there is none.
  /// - Parameter path: absolute.
  public func configuration(forFile path: String) -> Configuration? {
    configuration(forFolder: PathName.folder(of: governedPath(path)))
  }

  /// Whether one file governs everything, instead of those found beside files.
  var isExplicit: Bool { explicitPath != nil }

  /// The configuration nearest to the current folder.
  public var nearestToCurrentFolder: Configuration? { configuration(forFolder: currentFolder) }

  /// How the rules are set for a file; `nil` where nothing is configured.
  func settings(forFile path: String) -> RuleSettings? {
    configuration(forFile: path)?.settings(forFile: governedPath(path))
  }

  /// Whether a configuration excludes a file or folder.
  func excludes(_ path: String) -> Bool {
    configuration(forFile: path)?.excludes(governedPath(path)) ?? false
  }

  /// What is wrong with the configurations read so far and with those that cannot be read, each problem once.
  public func errors(_ language: Language) -> [RunError] {
    problems.map { $0.error(language) } + unreadable(language)
  }

  /// What is wrong in the configurations read so far, each problem once.
  var problems: [ConfigurationProblem] {
    state.withLock { $0.problems }.compactMap { if case .written(let problem) = $0 { problem } else { nil } }
  }

  /// The configurations that cannot be read.
  func unreadable(_ language: Language) -> [RunError] {
    state.withLock { $0.problems }.compactMap { problem in
      guard case .unreadable(let file, let error) = problem else { return nil }
      let message = Text(en: "cannot be read: \(error.reason)", zh: "无法读取：\(error.reason)")
      return RunError(file: file, message: message[language])
    }
  }

  /// The absolute paths of the files that were read, as configurations or as those that others build on.
  var paths: [String] { state.withLock { Array($0.files.keys) } }

  /// The text of a file that was read, as a configuration or as one that another builds on.
  func source(ofFile path: String) -> SourceText? { state.withLock { $0.files[path]?.source } }

  /// The absolute paths of the files that were read, in order.
  var files: [String] { state.withLock { $0.files.keys.sorted() } }

  private func governedPath(_ path: String) -> String {
    guard let relocation, path.hasPrefix(relocation.folder + "/") else { return path }
    return relocation.original + path.dropFirst(relocation.folder.count)
  }

  // MARK: Finding

  private func configuration(forFolder folder: String) -> Configuration? {
    state.withLock { state in
      if let explicitPath {
        if state.explicit == nil { state.explicit = load(explicitPath, &state) }
        return state.explicit
      }
      var visited: [String] = []
      var found: Configuration?
      var current = folder
      while true {
        if let known = state.byFolder[current] {
          found = known
          break
        }
        visited.append(current)
        let path = (current == "/" ? "" : current) + "/" + Self.fileName
        if access(path, F_OK) == 0 {
          found = load(path, &state)
          break
        }
        let parent = PathName.folder(of: current)
        if parent == current || access(current + "/.git", F_OK) == 0 { break }
        current = parent
      }
      for folder in visited { state.byFolder[folder] = .some(found) }
      return found
    }
  }

  // MARK: Reading

  private func load(_ path: String, _ state: inout State) -> Configuration {
    if let known = state.byPath[path] { return known }
    var chain: [ConfigurationFile] = []
    var next: String? = path
    while let path = next {
      next = nil
      let file: ConfigurationFile
      do throws(FileError) {
        file = try read(path, &state)
      } catch {
        if let user = chain.last, let extends = user.extends {
          let text = Text(
            en: "`\(extends.value)` cannot be read: \(error.reason)", zh: "`\(extends.value)` 无法读取：\(error.reason)")
          complain(user, at: extends, text, &state)
        } else {
          state.problems.append(.unreadable(file: PathName.display(path, from: currentFolder), error))
        }
        break
      }
      chain.append(file)
      guard let extends = file.extends else { break }
      let base = PathName.absolute(extends.value, from: file.folder)
      if chain.contains(where: { $0.path == base }) {
        let text = Text(en: "`\(extends.value)` extends this file: a circle", zh: "`\(extends.value)` 又继承了本文件，形成循环")
        complain(file, at: extends, text, &state)
        break
      }
      next = base
    }
    let configuration = Configuration(chain.reversed(), catalogue: catalogue, selection: selection)
    state.byPath[path] = configuration
    return configuration
  }

  /// A file, read and checked once whoever builds on it.
  private func read(_ path: String, _ state: inout State) throws(FileError) -> ConfigurationFile {
    if let known = state.files[path] { return known }
    let bytes = if let held = overlay[path] { held } else { try FileSystem.read(path, limit: Self.sizeLimit) }
    let reader = ConfigurationReader(bytes, path: path, display: PathName.display(path, from: currentFolder))
    for problem in reader.problems + reader.file.problems(catalogue) { state.problems.append(.written(problem)) }
    state.files[path] = reader.file
    return reader.file
  }

  private static let sizeLimit = 1 << 20

  private func complain(
    _ file: ConfigurationFile, at extends: Written<String>, _ message: Text, _ state: inout State
  ) {
    state.problems.append(
      .written(
        ConfigurationProblem(file: file.display, range: file.source.range(of: extends.span), message: message)))
  }
}
