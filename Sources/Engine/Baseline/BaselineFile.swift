public import Linting
import SourceText
import YAMLDocument

/// A baseline on the disk.
public struct BaselineFile: Sendable {
  /// Its absolute path.
  public let path: String
  /// Its name in outputs.
  public let display: String

  /// The file of a name, seen from the current folder.
  public init(_ name: String, currentFolder: String? = nil) {
    let folder = currentFolder ?? FileSystem.currentFolder()
    path = PathName.absolute(name, from: folder)
    display = PathName.display(path, from: folder)
  }

  private static let sizeLimit = 256 << 20

  /// Reads the baseline.
  /// - Throws: what is wrong with the file and where.
  public func read(_ catalogue: RuleCatalogue, _ language: Language) throws(BaselineProblem) -> Baseline {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: Self.sizeLimit)
    } catch {
      let message = Text(en: "cannot be read: \(error.reason)", zh: "无法读取：\(error.reason)")
      throw BaselineProblem(error: RunError(file: display, message: message[language]))
    }
    let yaml = YAMLDocument.parse(bytes)
    func problem(at span: ByteSpan, _ message: Text) -> BaselineProblem {
      BaselineProblem(
        error: RunError(file: display, position: yaml.source.position(at: span.start), message: message[language]))
    }
    if let fault = yaml.problem {
      throw problem(at: fault.span, Text(en: "is no baseline: it does not parse", zh: "不是有效的基线文件：无法解析"))
    }
    guard let root = yaml.roots.first, yaml.kind(root) == .mapping,
      let version = yaml.value(of: root, key: "version"), let findings = yaml.value(of: root, key: "findings"),
      yaml.kind(findings) == .sequence
    else {
      throw problem(
        at: ByteSpan(at: 0),
        Text(en: "is no baseline: `version` and `findings` are expected", zh: "不是有效的基线文件：缺少 `version` 或 `findings`")
      )
    }
    guard yaml.isScalar(version, equalTo: "1") else {
      let written = yaml.string(version)
      throw problem(
        at: yaml.span(version),
        Text(
          en: "has version \(written); this gwlint reads version 1", zh: "版本为 \(written)；当前 gwlint 只支持版本 1"))
    }
    var entries: [BaselineEntry] = []
    for item in yaml.children(of: findings) {
      guard let entry = entry(item, yaml, catalogue) else {
        throw problem(
          at: yaml.span(item), Text(en: "is no entry of a baseline: `rule` is expected", zh: "不是有效的基线条目：缺少 `rule`"))
      }
      entries.append(entry)
    }
    return Baseline(entries)
  }

  private func entry(_ item: NodeID, _ yaml: YAMLDocument, _ catalogue: RuleCatalogue) -> BaselineEntry? {
    guard yaml.kind(item) == .mapping else { return nil }
    func text(_ key: String) -> String { yaml.value(of: item, key: key).map { yaml.string($0) } ?? "" }
    var count = 1
    if let node = yaml.value(of: item, key: "count") {
      guard case .integer(let number?) = yaml.resolve(node, schema: .json), number > 0 else { return nil }
      count = Int(number)
    }
    let rule = text("rule")
    guard !rule.isEmpty else { return nil }
    // A renamed rule keeps what is known of it.
    let id = catalogue.index(of: rule).map { catalogue.rules[$0].id } ?? rule
    let identity = FindingIdentity(
      rule: id, service: text("service"), method: text("method"), path: text("path"), part: text("part"),
      field: text("field"))
    return BaselineEntry(
      identity: identity, file: PathName.absolute(text("file"), from: PathName.folder(of: path)), count: count)
  }

  /// How the baseline names a file: relative to its own folder, so that it holds on every machine.
  public func name(of file: String) -> String { PathName.relative(file, to: PathName.folder(of: path)) }
}

/// Why a baseline cannot be used.
public struct BaselineProblem: Error, Sendable {
  /// What is wrong, and where.
  public let error: RunError
}
