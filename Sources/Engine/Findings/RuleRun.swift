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
  /// A list, since there are few: a dictionary's own type takes longer to make than all look-ups in it.
  private var dispatches: [(settings: RuleSettings, dispatch: RuleDispatch)] = []

  init(linter: Linter) {
    self.linter = linter
  }

  /// The checks to run under some settings, prepared once.
  private mutating func dispatch(_ settings: RuleSettings) -> RuleDispatch {
    if let known = dispatches.first(where: { $0.settings === settings }) { return known.dispatch }
    let dispatch = RuleDispatch(linter.catalogue.rules, enabled: settings.enabled)
    dispatches.append((settings, dispatch))
    return dispatch
  }

  // MARK: Files without a model

  /// Reports a file that does not parse.
  mutating func reportBroken(_ text: ReadText) {
    guard let problem = text.yaml.problem else { return }
    emit(
      .syntaxProblem, problem.message, problem.help, file: text.display, span: problem.span, in: text.yaml.source,
      text.settings)
  }

  /// Reports a text inside a file that does not parse.
  private mutating func reportBrokenText(_ index: UInt32, of tied: TiedTexts) {
    guard let problem = tied.project.document(index).yaml.problem else { return }
    let (document, span) = tied.project.placeInFile(problem.span, ofDocument: index)
    guard !tied.contextDocuments.contains(document) else { return }
    let file = tied.project.document(document)
    emit(
      .syntaxProblem, problem.message, problem.help, file: file.file, span: span, in: file.yaml.source,
      tied.settings[Int(document)])
  }

  /// Reports a named file that is no gateway definition.
  mutating func reportUnrecognised(_ text: ReadText) {
    let message = Text(
      en: "This file is no gateway definition that gwlint knows: nothing in it is checked.",
      zh: "该文件不是 gwlint 认识的网关定义，其中的内容不会被检查。")
    let help = Text(
      en: "Name gateway files only, or run gwlint on the folder: other files are passed over there.",
      zh: "请只指定网关文件，或对整个目录运行 gwlint：目录中的其他文件会被跳过。")
    emit(
      .notRecognised, message, help, file: text.display, span: text.yaml.beginning, in: text.yaml.source,
      text.settings)
  }

  /// Reports an event of the engine, where the rule that stands for it is on.
  private mutating func emit(
    _ event: EngineEvent, _ message: Text, _ help: Text, file: String, span: ByteSpan, in source: SourceText,
    _ settings: RuleSettings, fixes: [Fix] = []
  ) {
    guard let index = dispatch(settings).rule(for: event) else { return }
    let rule = linter.catalogue.rules[index]
    diagnostics.append(
      Diagnostic(
        rule: rule.id, severity: settings.severity(of: index), message: message[linter.language],
        help: help[linter.language], url: rule.url, faults: rule.faults,
        location: Location(file: file, range: source.range(of: span)), fixes: fixes))
  }

  // MARK: The project

  /// Runs the rules on a project.
  mutating func run(on tied: TiedTexts) {
    let project = tied.project
    let settings = tied.settings
    var found = check(project, settings)
    found += emptyGlobFindings(tied.emptyGlobs, settings)
    for index in project.brokenTexts { reportBrokenText(index, of: tied) }
    var byDocument = [[Finding]](repeating: [], count: project.fileCount)
    var spans = [[ByteSpan]](repeating: [], count: project.fileCount)
    let told = found.filter { !isExplainedByAccident($0, project) }
    for finding in SharedValues(project).folded(told, language: linter.language) {
      let (document, span) = project.span(of: finding.place)
      byDocument[Int(document)].append(finding)
      spans[Int(document)].append(span)
    }
    let identities = FindingIdentities(project)
    for index in 0..<project.fileCount where !tied.contextDocuments.contains(UInt32(index)) {
      word(byDocument[index], at: spans[index], inDocument: UInt32(index), of: project, settings[index], identities)
    }
  }

  /// Whether a finding is about a value that reads otherwise than its author meant, as the rule about that slip says:
  /// what follows from the value as it reads has the same cause.
  private func isExplainedByAccident(_ finding: Finding, _ project: Project) -> Bool {
    guard case .value(let origin) = finding.place, project.document(origin.document).hasAccident(at: origin.node) else {
      return false
    }
    return !linter.catalogue.rules[finding.rule].explainsAccidents
  }

  /// Runs all checks, large projects on several threads. What is found comes in the same order whatever their number.
  private mutating func check(_ project: Project, _ settings: [RuleSettings]) -> [Finding] {
    var ofServices: [CheckWork] = []
    for service in project.services {
      let (dispatch, options) = serviceDispatch(service, of: project, settings)
      ofServices.append(CheckWork(scope: .service(service), dispatch: dispatch, options: options))
    }
    var ofDocuments: [CheckWork] = []
    for index in project.documents.indices where project.describesService(UInt32(index)) {
      let settings = settings[project.file(ofDocument: UInt32(index))]
      let (dispatch, options) = (dispatch(settings), settings.options)
      ofDocuments.append(CheckWork(scope: .document(UInt32(index)), dispatch: dispatch, options: options))
      for parts in CheckWork.portions(of: project.document(UInt32(index))) {
        ofDocuments.append(
          CheckWork(scope: .parts(parts, ofDocument: UInt32(index)), dispatch: dispatch, options: options))
      }
    }
    let isLarge = project.documents.reduce(0) { $0 + $1.partCount } >= CheckWork.portion
    let nothingFound = Findings(language: linter.language, rules: linter.catalogue.rules)
    // A service is the largest piece: it goes first, so that no thread has it alone at the end.
    let found = ParallelWork.map(ofServices + ofDocuments, jobs: isLarge ? linter.jobs : 1) { work in
      var findings = nothingFound
      work.run(on: isLarge ? project.forOneThread() : project, into: &findings)
      return findings.all
    }
    return (found.dropFirst(ofServices.count) + found.prefix(ofServices.count)).flatMap { $0 }
  }

  /// Globs of a manifest that tie no API to its service.
  private mutating func emptyGlobFindings(_ globs: [TiedTexts.EmptyGlob], _ settings: [RuleSettings]) -> [Finding] {
    var findings = Findings(language: linter.language, rules: linter.catalogue.rules)
    for glob in globs {
      guard let rule = dispatch(settings[Int(glob.origin.document)]).rule(for: .emptyGlob) else { continue }
      findings.current = rule
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
    return findings.all
  }

  /// The checks to run on a service: those that are on for any of its files. Each finding is then judged by the
  /// settings of the file that it stands in. Options are those of the file that holds the service itself.
  private mutating func serviceDispatch(
    _ service: ServiceGroup, of project: Project, _ settings: [RuleSettings]
  ) -> (RuleDispatch, [Int: [String: Int]]) {
    let all = service.documents.map { settings[project.file(ofDocument: $0)] }
    guard let first = all.first else { return (dispatch(linter.settings), [:]) }
    guard all.contains(where: { $0 !== first }) else { return (dispatch(first), first.options) }
    let enabled = linter.catalogue.rules.indices.map { rule in all.contains { $0.enabled[rule] } }
    return (RuleDispatch(linter.catalogue.rules, enabled: enabled), first.options)
  }

  private mutating func word(
    _ findings: [Finding], at spans: [ByteSpan], inDocument index: UInt32, of project: Project,
    _ settings: RuleSettings, _ identities: FindingIdentities
  ) {
    let model = project.document(index)
    var suppressions = Suppressions(in: model.yaml, catalogue: linter.catalogue, today: linter.today)
    let lowering = MendLowering(project, file: index)
    let comments = suppressions.matches(zip(findings, spans).map { ($0.rule, $1.start) })
    for ((finding, span), comment) in zip(zip(findings, spans), comments) {
      let ruling = settings.ruling(on: finding.rule, severity: finding.severity) {
        finding.subject.flatMap { project.part($0).enclosing(.api) }?.configurationNames ?? []
      }
      if case .dropped = ruling { continue }
      var diagnostic = diagnostic(of: finding, at: span, in: model, of: project, identities)
      diagnostic.fixes = fixes(of: finding, in: model, of: project, lowering)
      if case .counts(let severity) = ruling { diagnostic.severity = severity }
      if let comment {
        setAside.append(SetAsideDiagnostic(diagnostic: diagnostic, cause: .comment, reason: comment.reason))
      } else if case .setAside = ruling {
        setAside.append(SetAsideDiagnostic(diagnostic: diagnostic, cause: .configuration))
      } else {
        diagnostics.append(diagnostic)
      }
    }
    report(suppressions, in: model, settings)
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

  // MARK: Suppressions

  private mutating func report(_ suppressions: Suppressions, in model: DocumentModel, _ settings: RuleSettings) {
    let source = model.yaml.source
    for event in suppressions.events(enabled: settings.enabled, in: source) {
      let fixes = event.fixes.map { fix in
        Fix(
          title: fix.title[linter.language], applicability: fix.applicability,
          edits: fix.edits.map { FileEdit(range: source.range(of: $0.span), text: $0.text) })
      }
      emit(
        event.event, event.message, event.help, file: model.file, span: event.span, in: source, settings, fixes: fixes)
    }
  }
}

extension Project {
  /// The file that a document stands in, as text or itself.
  fileprivate func file(ofDocument document: UInt32) -> Int {
    var document = document
    while let holder = textHolder(ofDocument: document) { document = holder.document }
    return Int(document)
  }
}

extension Rule {
  /// Whether it is the rule that tells of values which read otherwise than their author meant.
  fileprivate var explainsAccidents: Bool {
    checks.contains { if case .note(let kind, _) = $0 { kind.isAccident } else { false } }
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
