import GatewayModel
import Linting

/// Some of the checks of a run: a piece of work that needs nothing from the others.
struct CheckWork: Sendable {
  /// What they look at.
  let scope: Scope
  /// Which checks hear of what.
  let dispatch: RuleDispatch
  /// The options that are configured for it, by rule and name.
  let options: [Int: [String: Int]]

  /// What checks look at.
  enum Scope: Sendable {
    /// A document as a whole, and its notes.
    case document(UInt32)
    /// Some parts of a document.
    case parts(Range<UInt32>, ofDocument: UInt32)
    /// A service with all documents that describe it.
    case service(ServiceGroup)
  }

  /// How many parts are looked at in one piece; projects with fewer are not worth a second thread.
  static let portion = 128

  /// The parts of a document in portions.
  static func portions(of document: DocumentModel) -> [Range<UInt32>] {
    stride(from: 0, to: document.partCount, by: portion).map { start in
      UInt32(start)..<UInt32(min(start + portion, document.partCount))
    }
  }

  /// Runs the checks.
  func run(on project: Project, into findings: inout Findings) {
    findings.options = options
    switch scope {
    case .document(let index): dispatch.runChecks(onDocument: index, of: project, into: &findings)
    case .parts(let parts, let index):
      dispatch.runChecks(onParts: parts, ofDocument: index, of: project, into: &findings)
    case .service(let service): dispatch.runChecks(on: service, of: project, into: &findings)
    }
  }
}
