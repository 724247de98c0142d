import Dialects
import GatewayModel
import Linting
import SourceText
import YAMLDocument

/// One run of the rules over one project: walks the parts once, collects findings, and words them.
struct RuleRun {
  let linter: Linter
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var setAside: [SetAsideDiagnostic] = []
  let dispatch: RuleDispatch

  init(linter: Linter) {
    self.linter = linter
    dispatch = RuleDispatch(linter.catalogue.rules, enabled: linter.enabled)
  }

  // MARK: Files without a model

  /// Reports a file that does not parse.
  mutating func reportBroken(_ text: ReadText) {
    guard let rule = dispatch.rule(for: .syntaxProblem), let problem = text.yaml.problem else { return }
    emit(rule, problem.message, problem.help, file: text.display, span: problem.span, in: text.yaml.source)
  }

  /// Reports a named file that is no gateway definition.
  mutating func reportUnrecognised(_ text: ReadText) {
    guard let rule = dispatch.rule(for: .notRecognised) else { return }
    let message = Text(
      en: "This file is no gateway definition that gwlint knows: nothing in it is checked.",
      zh: "该文件不是 gwlint 认识的网关定义，其中的内容不会被检查。")
    let help = Text(
      en: "Name gateway files only, or run gwlint on the folder: other files are passed over there.",
      zh: "请只指定网关文件，或对整个目录运行 gwlint：目录中的其他文件会被跳过。")
    emit(rule, message, help, file: text.display, span: text.yaml.beginning, in: text.yaml.source)
  }

  /// Takes a finding that the engine itself has.
  mutating func emit(
    _ index: Int, _ message: Text, _ help: Text, file: String, span: ByteSpan, in source: SourceText,
    fixes: [Fix] = []
  ) {
    let rule = linter.catalogue.rules[index]
    diagnostics.append(
      Diagnostic(
        rule: rule.id, severity: rule.severity, message: message[linter.language], help: help[linter.language],
        url: rule.url, faults: rule.faults, location: Location(file: file, range: source.range(of: span)),
        fixes: fixes))
  }

  // MARK: The project

  /// Runs the rules on a project.
  mutating func run(on tied: TiedTexts) {
    let project = tied.project
    var findings = Findings(language: linter.language, rules: linter.catalogue.rules)
    for index in project.documents.indices where project.describesService(UInt32(index)) {
      dispatch.runChecks(onDocument: UInt32(index), of: project, into: &findings)
    }
    for service in project.services { dispatch.runChecks(on: service, of: project, into: &findings) }
    report(tied.emptyGlobs, into: &findings)
    var byDocument = [[Finding]](repeating: [], count: project.fileCount)
    var spans = [[ByteSpan]](repeating: [], count: project.fileCount)
    for finding in SharedValues(project).folded(findings.all, language: linter.language) {
      let (document, span) = project.span(of: finding.place)
      byDocument[Int(document)].append(finding)
      spans[Int(document)].append(span)
    }
    let identities = FindingIdentities(project)
    for index in 0..<project.fileCount where !tied.contextDocuments.contains(UInt32(index)) {
      word(byDocument[index], at: spans[index], inDocument: UInt32(index), of: project, identities)
    }
  }

  /// Reports globs of a manifest that tie no API to its service.
  private func report(_ globs: [TiedTexts.EmptyGlob], into findings: inout Findings) {
    guard let rule = dispatch.rule(for: .emptyGlob) else { return }
    findings.current = rule
    for glob in globs {
      findings.subject = PartID(document: glob.origin.document, index: 0)
      findings.report(
        at: .value(glob.origin),
        glob.isMatchedByOthers
          ? Text(
            en: "`\(glob.pattern)` matches files, but none of them is an API definition.",
            zh: "`\(glob.pattern)` 匹配到了文件，但其中没有 API 定义。")
          : Text(en: "`\(glob.pattern)` matches no file.", zh: "`\(glob.pattern)` 没有匹配到任何文件。"),
        help: Text(
          en: "Globs are relative to the folder of this file; `**` goes through folders.",
          zh: "通配符相对于本文件所在目录；`**` 可匹配多级目录。"))
    }
  }

  private mutating func word(
    _ findings: [Finding], at spans: [ByteSpan], inDocument index: UInt32, of project: Project,
    _ identities: FindingIdentities
  ) {
    let model = project.document(index)
    var suppressions = Suppressions(in: model.yaml, catalogue: linter.catalogue, today: linter.today)
    let lowering = MendLowering(project, file: index)
    for (finding, span) in zip(findings, spans) {
      var diagnostic = diagnostic(of: finding, at: span, in: model, of: project, identities)
      diagnostic.fixes = fixes(of: finding, in: model, of: project, lowering)
      if let comment = suppressions.suppress(rule: finding.rule, at: span.start) {
        setAside.append(
          SetAsideDiagnostic(diagnostic: diagnostic, cause: .comment, reason: comment.reason))
      } else {
        diagnostics.append(diagnostic)
      }
    }
    report(suppressions, in: model)
  }

  private func diagnostic(
    of finding: Finding, at span: ByteSpan, in model: DocumentModel, of project: Project,
    _ identities: FindingIdentities
  ) -> Diagnostic {
    let rule = linter.catalogue.rules[finding.rule]
    return Diagnostic(
      rule: rule.id, severity: finding.severity, message: finding.message, help: finding.help, url: rule.url,
      faults: finding.faults ?? rule.faults,
      location: Location(file: model.file, range: model.yaml.source.range(of: span)),
      related: finding.related.map { related in
        let (document, span) = project.span(of: related.place)
        let other = project.document(document)
        return RelatedLocation(
          location: Location(file: other.file, range: other.yaml.source.range(of: span)), message: related.message)
      },
      identity: identities.identity(of: finding, rule: rule.id))
  }

  /// The mends that can be carried out in this file, as edits.
  private func fixes(
    of finding: Finding, in model: DocumentModel, of project: Project, _ lowering: MendLowering
  ) -> [Fix] {
    guard !finding.mends.isEmpty else { return [] }
    // A finding about a shared value stands there only if all uses have the fault: then the value itself is mended.
    let isShared = project.origin(of: finding.place).use != nil
    return finding.mends.compactMap { mend in
      guard let edits = lowering.edits(for: mend.steps, throughReferences: isShared) else { return nil }
      let source = model.yaml.source
      return Fix(
        title: mend.title[linter.language], applicability: mend.applicability,
        edits: edits.map { FileEdit(range: source.range(of: $0.span), text: $0.text) })
    }
  }
}

extension YAMLDocument {
  /// The first key of the document, else its first node, else an empty span at the beginning.
  fileprivate var beginning: ByteSpan {
    guard let root = roots.first else { return ByteSpan(at: source.byteOrderMarkLength) }
    if let first = pairs(of: root).first(where: { _ in true }) { return span(first.key) }
    return span(root)
  }
}
