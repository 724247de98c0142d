import Foundation
import GatewayModel
import Linting

@testable import Engine

/// A folder on disk with the files of a test, and what linting in it finds.
final class ProjectFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/gwlint-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/.git", withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Lints paths below the folder with a rule that says at every API which files its service is made of.
  func lint(_ paths: [String], rules: [Rule] = [serviceProbe]) -> LintRun.Outcome {
    var linter = Linter(rules: rules)
    linter.currentFolder = path
    linter.jobs = 2
    return LintRun(linter: linter, finder: FileFinder(currentFolder: path)).run(paths)
  }

  /// What the probe says: `file: API in files of its service`, `whole` behind it where nothing is missing.
  func services(_ paths: [String]) -> [String] {
    lint(paths).result.diagnostics.map { "\($0.location.file): \($0.message)" }
  }
}

/// Says at every API which files its service is made of.
let serviceProbe = Rule(
  id: "config-service-probe", family: .config, severity: .hint, confidence: [.official],
  summary: Text(en: "probe", zh: "探针"), explanation: Text(en: "probe", zh: "探针"),
  runtime: Text(en: "probe", zh: "探针"), evidence: Text(en: "probe", zh: "探针"), examples: [],
  checks: [
    .service { service, project, findings in
      let files = service.documents.map { project.document($0).file }.joined(separator: " ")
      for api in project.parts(.api, of: service) {
        let text = "\(api.displayName) in \(files)\(service.isWhole(in: project) ? " whole" : "")"
        findings.report(at: .part(api.id), Text(en: text, zh: text))
      }
    }
  ])
