import Engine
import Foundation
import Linting
import Rules
import SourceText

@testable import EditorServer

/// A project on disk and what a client holds of it: the truth that a server's findings are held against.
final class ServedProject {
  let folder: TestFolder
  private(set) var disk: [String: String]
  var open: [String: String] = [:]
  /// Whatever the files are called, a name is used again.
  static let names = ["gateway.yaml", "apis/a.yaml", "apis/b.yaml", "apis/网关 c.yaml", "other.json", ".gwlint.yml"]

  /// A document with one API, whose CORS flag is a text.
  static func document(_ id: String) -> String {
    """
    openapi: 3.0.0
    info: {title: t, version: "1"}
    paths:
      /\(id):
        get:
          operationId: \(id)
          x-apigw-cors: "false"
          x-apigw-backend: {ServiceType: MOCK, MockReturnHttpStatusCode: 200}

    """
  }

  /// A text for a file.
  static func text(of name: String, _ id: String) -> String {
    switch name {
    case "gateway.yaml":
      """
      gwlint: 1
      Service: {ServiceName: shop, Protocol: http&https}
      ReleasedEnvironments: [release]
      Apis: ["apis/*.yaml"]
      Plugins:
        - {PluginName: p, PluginType: Cors, PluginData: {allow_origin: "*"}, Attach: [{EnvironmentName: release, Apis: [\(id)]}]}

      """
    case "other.json":
      """
      {"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {"/\(id)": {"get": {"operationId": "\(id)",
      "x-apigw-backend": {"ServiceType": "MOCK"}}}}}
      """
    case ".gwlint.yml":
      [
        "ignore: [config-wrong-type]\n", "rules: {mock-message-missing: hint}\n", "exclude: [apis/b.yaml]\n",
        "rules: [\n", "select: [mock-*]\n",
      ][id.utf8.count % 5]
    default: document(id)
    }
  }

  init() throws {
    disk = ["gateway.yaml": Self.text(of: "gateway.yaml", "a"), "apis/a.yaml": Self.document("a")]
    folder = try TestFolder(disk)
  }

  func uri(_ name: String) -> String { DocumentURI.uri(ofPath: folder.path + "/" + name) }

  func name(ofURI uri: String) -> String {
    String((DocumentURI.path(of: uri) ?? "").dropFirst(folder.path.count + 1))
  }

  /// Changes a file on disk; `nil` deletes it.
  /// - Returns: the protocol's number for what happened.
  func write(_ text: String?, to name: String) throws -> Int {
    let existed = disk[name] != nil
    disk[name] = text
    if let text {
      try folder.write(text, to: name)
    } else {
      try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }
    return text == nil ? 3 : existed ? 2 : 1
  }

  /// What a run finds where the client's texts are on disk: `file offset rule severity`, in order. An open configuration
  /// holds as it is saved.
  func found() throws -> [String] {
    var texts = disk
    for (name, text) in open where name != ".gwlint.yml" { texts[name] = text }
    let copy = try TestFolder(texts)
    let linter = Linter(rules: allRules)
    let finder = FileFinder(configurations: ConfigurationStore(catalogue: linter.catalogue))
    return LintRun(linter: linter, finder: finder).run([copy.path]).result.diagnostics.map { diagnostic in
      let severity = [Severity.error: 1, .warning: 2, .hint: 4][diagnostic.severity]!
      let file = PathName.absolute(diagnostic.location.file, from: linter.currentFolder)
        .dropFirst(copy.path.count + 1)
      return "\(file) \(diagnostic.location.range.start.offset) \(diagnostic.rule) \(severity)"
    }.sorted()
  }
}
