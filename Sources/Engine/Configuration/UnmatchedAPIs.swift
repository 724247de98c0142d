import Dialects
import GatewayModel
import Linting
import SourceText

/// An entry of `apis` in an override that is the name of no API.
public struct UnmatchedAPI: Sendable, Hashable {
  /// Where it is written, as `file:line:column`.
  public let place: String
  /// The name as written.
  public let name: String
  /// The one name that is near it, if any.
  public let nearest: String?
}

extension LintRun {
  /// Entries of `apis` that name nothing, in configurations below folders that were searched whole.
  ///
  /// Nothing is told where the API might be after all: where a file was named alone, was not read or does not parse,
  /// where names are filled in later, and of configurations that others build on or that the command line names, since
  /// those may be meant for other files.
  public func unmatchedAPIs(in gathered: Gathered) -> [UnmatchedAPI] {
    guard let configurations = finder.configurations, !configurations.isExplicit, gathered.failures.isEmpty,
      !gathered.tied.texts.contains(where: \.isUnknown)
    else { return [] }
    let entries = configurations.entriesOfAPIs(governing: gathered)
    guard !entries.isEmpty, let names = gathered.apiNames else { return [] }
    return entries.filter { !names.contains(APIName.normalized($0.entry.value)) }.map { file, entry in
      let position = file.source.position(at: entry.span.start)
      return UnmatchedAPI(
        place: "\(file.display):\(position.line):\(position.column)", name: entry.value,
        nearest: NearestWord.nearest(to: APIName.normalized(entry.value), among: names.sorted()))
    }
  }
}

extension ConfigurationStore {
  /// The entries of `apis` in the configurations that govern gathered files and whose own folders were searched whole,
  /// by file and place.
  fileprivate func entriesOfAPIs(
    governing gathered: LintRun.Gathered
  ) -> [(file: ConfigurationFile, entry: Written<String>)] {
    var files: [String: ConfigurationFile] = [:]
    for text in gathered.tied.texts {
      let path = PathName.absolute(text.display, from: currentFolder)
      guard let file = configuration(forFile: path)?.files.last, files[file.path] == nil else { continue }
      let isSearched = gathered.folders.contains { folder in
        folder == file.folder || file.folder.utf8.starts(with: (folder == "/" ? "/" : folder + "/").utf8)
      }
      if isSearched { files[file.path] = file }
    }
    return files.values.sorted { $0.path < $1.path }.flatMap { file in
      file.overrides.flatMap { $0.apis ?? [] }.map { (file, $0) }
    }
  }
}

extension LintRun.Gathered {
  /// The names of all APIs that were read; `nil` where one is filled in later.
  fileprivate var apiNames: Set<String>? {
    // An OpenAPI document without gateway keys is passed over in folders, but is linted when it is named.
    let plain = tied.texts.compactMap { text -> DocumentModel? in
      guard case .skipped(.plainOpenAPI) = text.outcome else { return nil }
      return Dialects.read(text.yaml, as: .openAPI, file: text.display)
    }
    var names: Set<String> = []
    for project in [tied.project, Project(documents: plain)] {
      for document in project.documents.indices {
        for api in project.parts(.api, in: UInt32(document)) {
          if [.apiName, .method, .path].contains(where: { api[$0].isTemplated }) { return nil }
          names.formUnion(api.configurationNames)
        }
      }
    }
    return names
  }
}

extension ReadText {
  /// Whether a gateway definition may stand in it that cannot be looked at.
  fileprivate var isUnknown: Bool {
    switch outcome {
    case .broken, .unreadable: true
    case .model, .notRecognised, .skipped: false
    }
  }
}
