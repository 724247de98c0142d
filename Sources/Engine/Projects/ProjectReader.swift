import GatewayModel
import Linting
import YAMLDocument

/// Reads the files of a run and what belongs to them: the files that their manifests name, and the manifests above
/// files that were named alone. Every file is read and parsed once.
struct ProjectReader {
  let linter: Linter
  let finder: FileFinder
  /// Texts that stand for files, by absolute path: standard input, what an editor holds.
  var overlay: [String: [UInt8]] = [:]

  /// What was read.
  struct Reading {
    /// The texts, those that are only there for what they say about others included.
    var texts: [ReadText] = []
    /// Files and folders that could not be read.
    var failures: [(display: String, error: FileError)] = []
  }

  /// Reads files, and what belongs to them.
  /// - Parameter folders: the folders in which files were looked for, all files of which are among `files`.
  func read(_ files: [FoundFile], foundIn folders: [String]) -> Reading {
    var reading = Reading()
    var known: Set<String> = []
    append(files, isContext: false, to: &reading, &known)
    var search = MemberSearch()
    addMembers(ofManifests: Array(zip(files.map(\.path), reading.texts)), &search, to: &reading, &known)
    addManifests(above: files, foundIn: folders, &search, to: &reading, &known)
    for (folder, error) in search.failures {
      reading.failures.append((PathName.display(folder, from: finder.currentFolder), error))
    }
    return reading
  }

  private func append(
    _ files: [FoundFile], isContext: Bool, to reading: inout Reading, _ known: inout Set<String>
  ) {
    known.formUnion(files.map(\.path))
    let limit = linter.limits.bytes
    let read = ParallelWork.map(files, jobs: linter.jobs) { file -> (ReadText, FileError?) in
      do throws(FileError) {
        let bytes = if let held = overlay[file.path] { held } else { try FileSystem.read(file.path, limit: limit + 1) }
        let settings = finder.configurations?.settings(forFile: file.path)
        let input = InputText(
          display: file.display, bytes: bytes, isNamed: file.isNamed, isContext: isContext, settings: settings)
        return (linter.read(input), nil)
      } catch {
        return (ReadText(display: file.display, .unreadable, isContext, linter.settings), error)
      }
    }
    for (text, error) in read {
      reading.texts.append(text)
      if let error { reading.failures.append((text.display, error)) }
    }
  }

  /// Reads the files that manifests name and that were not read before.
  private func addMembers(
    ofManifests manifests: [(path: String, text: ReadText)], _ search: inout MemberSearch, to reading: inout Reading,
    _ known: inout Set<String>
  ) {
    var members: [Bool: [String]] = [:]
    for (path, text) in manifests {
      for (_, glob) in text.model?.memberGlobs(in: path) ?? [] where !glob.isTemplated {
        for member in search.files(matching: glob) where known.insert(member).inserted {
          members[text.isContext || finder.isExcluded(member), default: []].append(member)
        }
      }
    }
    for isContext in [false, true] {
      let files = (members[isContext] ?? []).map { path in
        FoundFile(path: path, display: PathName.display(path, from: finder.currentFolder), isNamed: false)
      }
      append(files, isContext: isContext, to: &reading, &known)
    }
  }

  /// Reads the manifests that name files which no manifest among the files names, and what else those manifests name.
  private func addManifests(
    above files: [FoundFile], foundIn folders: [String], _ search: inout MemberSearch, to reading: inout Reading,
    _ known: inout Set<String>
  ) {
    var manifests = ManifestSearch(linter: linter, finder: finder)
    let globs = zip(files, reading.texts).flatMap { $1.model?.memberGlobs(in: $0.path).map(\.glob) ?? [] }
    let covered = Set(globs.flatMap { SortedPaths(files.map(\.path)).indices(matching: $0) })
    let tops = folders.filter { $0 != "/" && manifests.hasManifests(from: PathName.folder(of: $0)) }
    var above: [String: ReadText] = [:]
    for (index, file) in files.enumerated() where !covered.contains(index) {
      guard reading.texts[index].mayBelongToManifest, let start = start(of: file, below: tops, folders) else {
        continue
      }
      for manifest in manifests.manifests(naming: file.path, from: start) where !known.contains(manifest.path) {
        above[manifest.path] = manifest.text
      }
    }
    guard !above.isEmpty else { return }
    let ordered = above.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    known.formUnion(above.keys)
    reading.texts.append(contentsOf: ordered.map(\.value))
    addMembers(ofManifests: ordered.map { (path: $0.key, text: $0.value) }, &search, to: &reading, &known)
  }

  /// The innermost folder that was not searched and may hold a manifest which names a file.
  private func start(of file: FoundFile, below tops: [String], _ folders: [String]) -> String? {
    let isIn = { (folder: String) in file.path.utf8.starts(with: (folder == "/" ? "/" : folder + "/").utf8) }
    if folders.contains(where: isIn) { return tops.first(where: isIn).map { PathName.folder(of: $0) } }
    return PathName.folder(of: file.path)
  }
}

extension ReadText {
  /// Whether a manifest may name the text as one that defines APIs.
  fileprivate var mayBelongToManifest: Bool {
    switch outcome {
    case .model(let model): model.facts.dialect != .manifest
    case .skipped(.plainOpenAPI), .broken: true
    case .skipped, .notRecognised, .unreadable: false
    }
  }
}
