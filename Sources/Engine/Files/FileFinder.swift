import Glibc

/// A file that may be linted.
public struct FoundFile: Sendable, Hashable {
  /// Its absolute path.
  public var path: String
  /// Its name in outputs.
  public var display: String
  /// Whether it was named on the command line, and not met in a folder.
  public var isNamed: Bool

  /// A file from its parts.
  public init(path: String, display: String, isNamed: Bool) {
    self.path = path
    self.display = display
    self.isNamed = isNamed
  }
}

/// Why a file was passed over.
public enum SkipReason: String, Sendable {
  /// Its content is no gateway definition.
  case notGateway
  /// An OpenAPI document without gateway keys, met in a folder.
  case plainOpenAPI
  /// It does not parse, and what was read before the error is no gateway definition.
  case unparsable
  /// A `.gitignore` names it.
  case ignored
  /// A configuration excludes it.
  case excluded
  /// Its name has none of the endings that gwlint reads.
  case otherEnding
}

/// What a search found.
public struct FoundFiles: Sendable {
  /// Files to look at, each once, ordered by path.
  public var files: [FoundFile] = []
  /// The folders that were searched, absolute.
  public var folders: [String] = []
  /// Paths that could not be looked at.
  public var failures: [(display: String, error: FileError)] = []
  /// Files passed over by name, where the caller asked for them.
  public var passedOver: [(display: String, reason: SkipReason)] = []
}

/// Finds the files to lint.
public struct FileFinder: Sendable {
  /// The folder that relative paths start from.
  public let currentFolder: String
  /// Whether named files are treated as if met in a folder.
  public let asFound: Bool
  /// Whether files passed over by name are told.
  public let recordsSkipped: Bool
  /// The configurations, which may exclude files.
  public let configurations: ConfigurationStore?

  /// A finder.
  public init(
    currentFolder: String? = nil, asFound: Bool = false, recordsSkipped: Bool = false,
    configurations: ConfigurationStore? = nil
  ) {
    self.configurations = configurations
    self.currentFolder = currentFolder ?? FileSystem.currentFolder()
    self.asFound = asFound
    self.recordsSkipped = recordsSkipped
  }

  /// Files named or below a named folder, each once and ordered by path.
  ///
  /// Hidden folders, `node_modules` and what `.gitignore` files name are passed over; a named path never is, unless
  /// the finder treats named files as met.
  public func find(_ paths: [String]) -> FoundFiles {
    var found = FoundFiles()
    var seen: [String: Int] = [:]
    for path in paths.isEmpty ? ["."] : paths {
      let absolute = PathName.absolute(path, from: currentFolder)
      do throws(FileError) {
        switch try FileSystem.kind(of: absolute) {
        case .folder:
          found.folders.append(absolute)
          walk(absolute, into: &found, &seen)
        case .file, .other: addNamed(absolute, into: &found, &seen)
        }
      } catch {
        found.failures.append((PathName.display(absolute, from: currentFolder), error))
      }
    }
    found.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return found
  }

  private func addNamed(_ path: String, into found: inout FoundFiles, _ seen: inout [String: Int]) {
    if asFound {
      let name = PathName.name(of: path)
      if !PathName.hasLintedEnding(name) { return skip(path, .otherEnding, &found) }
      let isInHiddenFolder = PathName.display(path, from: currentFolder).split(separator: "/").dropLast()
        .contains { Self.isPassedOver(folder: $0) }
      if isInHiddenFolder || IgnoreRules.at(PathName.folder(of: path)).ignoresAnyLevel(of: path) {
        return skip(path, .ignored, &found)
      }
      if isExcluded(path) { return skip(path, .excluded, &found) }
    }
    add(path, isNamed: !asFound, &found, &seen)
  }

  private func add(_ path: String, isNamed: Bool, _ found: inout FoundFiles, _ seen: inout [String: Int]) {
    if let index = seen[path] {
      if isNamed { found.files[index].isNamed = true }
      return
    }
    seen[path] = found.files.count
    found.files.append(
      FoundFile(path: path, display: PathName.display(path, from: currentFolder), isNamed: isNamed))
  }

  private func skip(_ path: String, _ reason: SkipReason, _ found: inout FoundFiles) {
    if recordsSkipped { found.passedOver.append((PathName.display(path, from: currentFolder), reason)) }
  }

  /// Whether a configuration excludes a file or folder.
  func isExcluded(_ path: String) -> Bool { configurations?.excludes(path) ?? false }

  static func isPassedOver(folder name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name == "node_modules"
  }

  private func walk(_ top: String, into found: inout FoundFiles, _ seen: inout [String: Int]) {
    var pending: [(folder: String, rules: IgnoreRules)] = [(top, IgnoreRules.at(top))]
    while let (folder, rules) = pending.popLast() {
      let entries: [FileSystem.FolderEntry]
      do throws(FileError) {
        entries = try FileSystem.entries(of: folder)
      } catch {
        found.failures.append((PathName.display(folder, from: currentFolder), error))
        continue
      }
      for entry in entries {
        let path = folder == "/" ? "/" + entry.name : folder + "/" + entry.name
        switch entry.kind {
        case .folder:
          guard !Self.isPassedOver(folder: entry.name), !rules.ignores(path, isFolder: true), !isExcluded(path)
          else { continue }
          pending.append((path, rules.entering(path)))
        case .file:
          guard PathName.hasLintedEnding(entry.name) else { continue }
          if rules.ignores(path, isFolder: false) {
            skip(path, .ignored, &found)
          } else if isExcluded(path) {
            skip(path, .excluded, &found)
          } else {
            add(path, isNamed: false, &found, &seen)
          }
        case .other: continue
        }
      }
    }
  }
}
