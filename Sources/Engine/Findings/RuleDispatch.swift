import GatewayModel
import Linting

/// Which checks hear of what: one table a kind of part, so that the model is walked once.
struct RuleDispatch: Sendable {
  private typealias PartCheck = (rule: Int, body: @Sendable (Part, inout Findings) -> Void)
  private typealias NoteCheck = (rule: Int, body: @Sendable (Note, inout Findings) -> Void)

  private var onPart = [[PartCheck]](repeating: [], count: PartKind.allCases.count)
  private var onNote = [[NoteCheck]](repeating: [], count: NoteKind.allCases.count)
  private var onService: [(rule: Int, body: @Sendable (ServiceGroup, Project, inout Findings) -> Void)] = []
  private var onDocument: [(rule: Int, body: @Sendable (UInt32, Project, inout Findings) -> Void)] = []
  private var onEvent: [(event: EngineEvent, rule: Int)] = []

  init(_ rules: [Rule], enabled: [Bool]) {
    for index in rules.indices where enabled[index] {
      for check in rules[index].checks {
        switch check {
        case .part(let kind, let body): onPart[Int(kind.rawValue)].append((index, body))
        case .note(let kind, let body): onNote[Int(kind.rawValue)].append((index, body))
        case .service(let body): onService.append((index, body))
        case .document(let body): onDocument.append((index, body))
        case .engine(let event): onEvent.append((event, index))
        }
      }
    }
  }

  /// The rule under whose id the engine reports an event; `nil` where it is off.
  func rule(for event: EngineEvent) -> Int? { onEvent.first { $0.event == event }?.rule }

  /// Walks some parts of a document.
  func runChecks(
    onParts parts: Range<UInt32>, ofDocument index: UInt32, of project: Project, into findings: inout Findings
  ) {
    let model = project.document(index)
    for partIndex in parts {
      let checks = onPart[Int(model.kind(ofPart: partIndex).rawValue)]
      guard !checks.isEmpty else { continue }
      let part = project.part(PartID(document: index, index: partIndex))
      findings.subject = part.id
      for check in checks {
        findings.current = check.rule
        check.body(part, &findings)
      }
    }
  }

  /// Looks at a document as a whole and at its notes.
  func runChecks(onDocument index: UInt32, of project: Project, into findings: inout Findings) {
    findings.subject = nil
    for check in onDocument {
      findings.current = check.rule
      check.body(index, project, &findings)
    }
    for record in project.document(index).notes {
      let checks = onNote[Int(record.kind.rawValue)]
      guard !checks.isEmpty else { continue }
      let note = Note(project: project, document: index, record: record)
      findings.subject = note.part.id
      for check in checks {
        findings.current = check.rule
        check.body(note, &findings)
      }
    }
  }

  /// Runs the checks that look at a whole service.
  func runChecks(on service: ServiceGroup, of project: Project, into findings: inout Findings) {
    findings.subject = nil
    for check in onService {
      findings.current = check.rule
      check.body(service, project, &findings)
    }
  }
}
