import Dialects
import GatewayModel
import YAMLDocument

/// Finds the manifests above files that were named alone: the nearest folder, up to the repository's root, that holds
/// one whose globs match the file.
struct ManifestSearch {
  /// A manifest on disk.
  struct Manifest {
    let path: String
    let text: ReadText
    let globs: [MemberGlob]
  }

  private let linter: Linter
  private let finder: FileFinder
  private var inFolder: [String: [Manifest]] = [:]
  private var chains: [String: [String]] = [:]

  init(linter: Linter, finder: FileFinder) {
    self.linter = linter
    self.finder = finder
  }

  /// The manifests of the nearest folder at or above `folder` that have a glob which matches `path`.
  mutating func manifests(naming path: String, from folder: String) -> [Manifest] {
    for folder in chain(from: folder) {
      let matching = manifests(in: folder).filter { manifest in
        manifest.path != path && manifest.globs.contains { $0.matches(path) }
      }
      if !matching.isEmpty { return matching }
    }
    return []
  }

  /// Whether any folder at or above `folder` holds a manifest.
  mutating func hasManifests(from folder: String) -> Bool {
    chain(from: folder).contains { !manifests(in: $0).isEmpty }
  }

  /// A folder and those above it, up to the one that holds the repository, else the file system's root.
  private mutating func chain(from folder: String) -> [String] {
    if let known = chains[folder] { return known }
    var chain = [folder]
    while let last = chain.last, last != "/", (try? FileSystem.kind(of: last + "/.git")) == nil {
      chain.append(PathName.folder(of: last))
    }
    chains[folder] = chain
    return chain
  }

  private mutating func manifests(in folder: String) -> [Manifest] {
    if let known = inFolder[folder] { return known }
    let found = ((try? FileSystem.entries(of: folder)) ?? [])
      .filter { $0.kind == .file && PathName.hasLintedEnding($0.name) }
      .compactMap { manifest(at: folder == "/" ? "/" + $0.name : folder + "/" + $0.name) }
    inFolder[folder] = found
    return found
  }

  /// How much of a file is looked at before it is taken for something else than a manifest.
  private static let glanceSize = 1 << 16

  private func manifest(at path: String) -> Manifest? {
    guard let beginning = try? FileSystem.beginning(of: path, count: Self.glanceSize), beginning.containsVersionKey,
      let bytes = try? FileSystem.read(path, limit: linter.limits.bytes)
    else { return nil }
    let display = PathName.display(path, from: finder.currentFolder)
    let settings = finder.configurations?.settings(forFile: path)
    let text = linter.read(
      InputText(display: display, bytes: bytes, isNamed: false, isContext: true, settings: settings))
    guard let model = text.model, model.facts.dialect == .manifest,
      !IgnoreRules.at(PathName.folder(of: path)).ignoresAnyLevel(of: path)
    else { return nil }
    return Manifest(path: path, text: text, globs: model.memberGlobs(in: path).map(\.glob))
  }
}

extension [UInt8] {
  /// Whether the text may hold the key that makes a file a manifest: the word, in quotes or not, as a key with a number.
  fileprivate var containsVersionKey: Bool {
    let word = Array("gwlint".utf8)
    guard count > word.count else { return false }
    return withUnsafeBufferPointer { bytes in
      (0..<bytes.count - word.count).contains { start in
        guard bytes[start] == word[0], word.indices.allSatisfy({ bytes[start + $0] == word[$0] }) else { return false }
        let rest = bytes[(start + word.count)...].prefix(32).drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        guard rest.first == UInt8(ascii: ":") else { return false }
        let value = rest.dropFirst().first { $0 != 0x20 && $0 != 0x09 }
        return value.map { (0x30...0x39).contains($0) || $0 == 0x22 || $0 == 0x27 } ?? false
      }
    }
  }
}
