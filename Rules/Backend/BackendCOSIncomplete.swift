import GatewayModel
import Linting

/// `backend-cos-incomplete`.
let backendCOSIncomplete: Rule = Rule(
  id: "backend-cos-incomplete",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk],
  summary: Text(
    en: "A COS back end lacks its bucket, its action or its path",
    zh: "COS 后端缺少存储桶、操作或路径"),
  explanation: Text(
    en: """
      A COS back end has `ServiceConfig.CosConfig` with `Action` and `BucketName`. `PathMatchMode`, where it is written, \
      is `BackEndPath` or `FullPath`. The object's path comes from `ServiceConfig.Path`.
      """,
    zh: """
      COS 后端需要 `ServiceConfig.CosConfig`，其中 `Action` 和 `BucketName` 必填；`PathMatchMode` 若填写，只能是 \
      `BackEndPath` 或 `FullPath`。对象路径取自 `ServiceConfig.Path`。
      """),
  runtime: Text(
    en: "The API is refused when it is created, or answers 481 `API config error.`.",
    zh: "创建 API 时会被拒绝，否则调用时返回 481 `API config error.`。"),
  evidence: Text(
    en: "The Cloud API definition marks the fields as required and lists the two modes.",
    zh: "云 API 定义将这些字段标为必填，并列出了两种匹配模式。"),
  url: "https://cloud.tencent.com/document/product/628/70988",
  fixSafety: .safe(
    Text(en: "A mode in the wrong case can mean only one word.", zh: "仅大小写不同的匹配模式只可能是一个词。")),
  examples: [
    Example(
      bad: """
        paths:
          /img/:
            get:
              operationId: img
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: GetObject, PathMatchMode: fullpath, BucketName: b-1250000000}}}
        """,
      good: """
        paths:
          /img/:
            get:
              operationId: img
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: GetObject, PathMatchMode: FullPath, BucketName: b-1250000000}}}
        """,
      fixed: """
        paths:
          /img/:
            get:
              operationId: img
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: GetObject, PathMatchMode: FullPath, BucketName: b-1250000000}}}
        """,
      at: "fullpath"),
    Example(
      bad: """
        paths:
          /img/:
            get:
              operationId: img
              x-apigw-backend:
                ServiceType: COS
                ServiceConfig:
                  Path: /
                  CosConfig: {Action: GetObject}
        """,
      good: """
        paths:
          /img/:
            get:
              operationId: img
              x-apigw-backend:
                ServiceType: COS
                ServiceConfig:
                  Path: /
                  CosConfig: {Action: GetObject, BucketName: '${env:BUCKET}'}
        """,
      at: "CosConfig"),
    Example(
      bad: """
        paths:
          /img/:
            get:
              operationId: img
              x-apigw-backend:
                ServiceType: COS
                ServiceConfig:
                  Path: /
        """,
      good: """
        paths:
          /img/:
            get:
              operationId: img
              x-apigw-backend:
                ServiceType: COS
                ServiceConfig:
                  Path: /
                  CosConfig: {Action: GetObject, BucketName: b-1250000000, PathMatchMode: BackEndPath}
        """,
      at: "ServiceConfig"),
  ],
  checks: [.part(.api, checkCOSCompleteness)])

/// Reports what a COS back end lacks or says wrongly.
func checkCOSCompleteness(_ part: Part, _ findings: inout Findings) {
  guard part.serviceType == .cos else { return }
  let config = part[.cosConfig]
  guard !config.isMissing else {
    findings.report(
      at: .field(config),
      Text(en: "The COS back end has no \(config.spelling).", zh: "COS 后端缺少 \(config.spelling)。"),
      help: Text(
        en: "Name the bucket and the action that the API stands for.", zh: "请写明存储桶和该 API 对应的操作。"))
    return
  }
  let missing = [FieldName.cosAction, .cosBucket].map { part[$0] }.filter(\.isMissing)
  let absent = missing.filter { !$0.isWritten }
  if let first = absent.first {
    let names = Text.list(absent.map(\.spelling))
    findings.report(
      at: .field(first), Text(en: "The COS back end lacks \(names.en).", zh: "COS 后端缺少 \(names.zh)。"),
      help: wording(of: absent))
  }
  for field in missing where field.isWritten {
    findings.report(
      at: .field(field),
      Text(en: "\(field.spelling) of the COS back end is empty.", zh: "COS 后端的 \(field.spelling) 为空。"),
      help: wording(of: [field]))
  }
  checkPathMatchMode(part[.cosPathMatchMode], &findings)
  let path = part[.backendPath]
  if path.isMissingKey {
    findings.report(
      at: .field(path),
      Text(
        en: "The COS back end has no \(path.spelling), which says where in the bucket the object is.",
        zh: "COS 后端没有写 \(path.spelling)，无法确定对象在存储桶中的位置。"),
      severity: .warning, help: Text(en: "Write the path, at least `/`.", zh: "请写明路径，至少写 `/`。"))
  }
}

/// What to write for the action, the bucket or both.
private func wording(of fields: [Field]) -> Text {
  let values = fields.map { field in
    field.name == .cosAction
      ? Text(en: "the action that the API stands for (for example `GetObject`)", zh: "该 API 对应的操作（例如 `GetObject`）")
      : Text(en: "the name of the bucket", zh: "存储桶名称")
  }
  return Text(
    en: "Write \(Text.list(values.map(\.en)).en).", zh: "请填写\(Text.list(values.map(\.zh)).zh)。")
}

private func checkPathMatchMode(_ mode: Field, _ findings: inout Findings) {
  guard !mode.isBlank, !mode.isTemplated, let word = mode.text, let origin = mode.origin else { return }
  switch KnownWord(word, among: ["BackEndPath", "FullPath"]) {
  case .exact: break
  case .inOtherCase(let known):
    findings.report(
      at: .value(origin),
      Text(
        en: "\(mode.spelling) `\(word)` is written `\(known)` by the Cloud API.",
        zh: "\(mode.spelling) `\(word)` 在云 API 中写作 `\(known)`。"),
      severity: .warning,
      mends: [.safe(Text(en: "write `\(known)`", zh: "改为 `\(known)`"), .set(origin, .string(known)))])
  case .unknown:
    findings.report(
      at: .value(origin),
      Text(
        en: "\(mode.spelling) `\(word)` is neither `BackEndPath` nor `FullPath`.",
        zh: "\(mode.spelling) `\(word)` 既不是 `BackEndPath` 也不是 `FullPath`。"),
      help: Text(
        en: "`BackEndPath` takes the back-end path as it is, `FullPath` what follows the front-end path.",
        zh: "`BackEndPath` 直接使用后端路径，`FullPath` 使用请求路径中前端路径之后的部分。"))
  }
}
