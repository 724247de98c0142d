import GatewayModel
import Linting

/// `config-import-limits`.
let configImportLimits: Rule = Rule(
  id: "config-import-limits",
  family: .config,
  severity: .warning,
  confidence: [.official],
  summary: Text(
    en: "The document is larger than one import may be",
    zh: "文档超出单次导入的限制"),
  explanation: Text(
    en: """
      One import takes at most 10 APIs and 100 KB, from a file whose name ends in `.yaml`, `.yml` or `.json`. A larger \
      document has to be split by paths; all parts go into the same service.
      """,
    zh: """
      单次导入最多 10 个 API、100 KB，文件名须以 `.yaml`、`.yml` 或 `.json` 结尾。更大的文档需要按路径拆分，再依次导入\
      同一个服务。
      """),
  runtime: Text(
    en: "The import is refused.", zh: "导入会被拒绝。"),
  evidence: Text(
    en: "The page on importing APIs states the three limits; whether another way of import lifts them is not said.",
    zh: "《导入 API》页面写明了这三项限制；其他导入方式是否放宽没有说明。"),
  url: "https://www.tencentcloud.com/document/product/628/37875",
  options: [operationLimit, byteLimit],
  examples: [
    Example(
      bad: """
        paths:
          /a: {get: {operationId: a}, put: {operationId: b}, post: {operationId: c}, delete: {operationId: d}}
          /b: {get: {operationId: e}, put: {operationId: f}, post: {operationId: g}, delete: {operationId: h}}
          /c: {get: {operationId: i}, put: {operationId: j}, post: {operationId: k}}
        """,
      good: """
        paths:
          /a: {get: {operationId: a}, put: {operationId: b}, post: {operationId: c}, delete: {operationId: d}}
          /b: {get: {operationId: e}, put: {operationId: f}, post: {operationId: g}, delete: {operationId: h}}
          /c: {get: {operationId: i}, put: {operationId: j}}
        """,
      at: "paths")
  ],
  checks: [.document(checkLimits)])

/// Source: the vendor's page on importing APIs [official].
private let operationLimit = RuleOption(
  name: "max-apis", summary: Text(en: "APIs that one import takes", zh: "单次导入的 API 数上限"), standard: 10,
  range: 1...10_000)
private let byteLimit = RuleOption(
  name: "max-bytes", summary: Text(en: "bytes that one import takes", zh: "单次导入的字节数上限"), standard: 102_400,
  range: 1024...(1 << 30))
private let suffixes = [".yaml", ".yml", ".json"]

private func checkLimits(_ document: UInt32, _ project: Project, _ findings: inout Findings) {
  let model = project.document(document)
  guard model.facts.isImportDocument, let service = project.parts(.service, in: document).first else { return }
  let apis = project.parts(.api, in: document)
  let operationLimit = findings.value(of: operationLimit)
  let byteLimit = findings.value(of: byteLimit)
  if apis.count > operationLimit {
    findings.report(
      at: service[.apiList].origin.map { .keyOfValue($0) } ?? .part(service.id),
      Text(
        en: "The document has \(apis.count) APIs; one import takes at most \(operationLimit).",
        zh: "文档中有 \(apis.count) 个 API，单次导入最多 \(operationLimit) 个。"),
      help: split(apis, operationLimit))
  }
  let size = model.byteCount
  if size > byteLimit {
    findings.report(
      at: .part(service.id),
      Text(
        en: "The document has \(size) bytes; one import takes at most \(byteLimit).",
        zh: "文档大小为 \(size) 字节，单次导入最多 \(byteLimit) 字节。"),
      help: Text(en: "Split it by paths into several files.", zh: "请按路径拆分为多个文件。"))
  }
  if model.file != "-", !suffixes.contains(where: { model.file.lowercased().hasSuffix($0) }) {
    findings.report(
      at: .part(service.id),
      Text(
        en: "The import takes files that end in .yaml, .yml or .json; this one is called `\(model.file)`.",
        zh: "导入只接受以 .yaml、.yml 或 .json 结尾的文件；该文件名为 `\(model.file)`。"),
      help: Text(en: "Rename the file.", zh: "请重命名该文件。"))
  }
}

/// Proposes files of whole paths, in document order, none with more operations than one import takes.
private func split(_ apis: [Part], _ operationLimit: Int) -> Text {
  var files: [(first: String, last: String, count: Int)] = []
  var index = 0
  while index < apis.count {
    let path = apis[index].pathText ?? "?"
    var end = index
    while end < apis.count, (apis[end].pathText ?? "?") == path { end += 1 }
    if let last = files.last, last.count + end - index <= operationLimit {
      files[files.count - 1] = (last.first, path, last.count + end - index)
    } else {
      files.append((path, path, end - index))
    }
    index = end
  }
  let shown = files.prefix(8).map { file in
    file.first == file.last ? "`\(file.first)` (\(file.count))" : "`\(file.first)` … `\(file.last)` (\(file.count))"
  }
  let list = shown.joined(separator: "; ") + (files.count > shown.count ? "; …" : "")
  return Text(
    en: "Split it into \(files.count) files, for example by paths: \(list).",
    zh: "请拆分为 \(files.count) 个文件，例如按路径：\(list)。")
}
