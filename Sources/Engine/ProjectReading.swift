public import GatewayModel
public import Linting
import SourceText
import YAMLDocument

/// The files of a run as one project, for commands that ask the model and run no rules.
public struct ProjectReading: Sendable {
  /// What was read.
  public let project: Project
  /// What could not be read or understood: with any of these an answer from the project may be wrong.
  public let errors: [RunError]
  /// How many files were passed over.
  public let skipped: Int
}

extension LintRun {
  /// Reads what `paths` name, with the manifests and members that belong to it; the current folder where they name
  /// nothing, standard input for `-`.
  public func readProject(_ paths: [String]) -> ProjectReading {
    let gathered = paths == ["-"] ? gatherStandardInput(named: nil) : gather(paths)
    var errors = readingErrors(of: gathered)
    var skipped = gathered.passedOver.count
    for text in gathered.tied.texts {
      switch text.outcome {
      case .broken:
        let position = text.yaml.problem.map { text.yaml.source.position(at: $0.span.start) }
        let message = Text(
          en: "does not parse: what it defines is not known (`gwlint check` says more)",
          zh: "无法解析，其中的定义未知（详见 `gwlint check`）")
        errors.append(RunError(file: text.display, position: position, message: message[linter.language]))
      case .notRecognised:
        let message = Text(en: "is no gateway definition", zh: "不是网关定义")
        errors.append(RunError(file: text.display, message: message[linter.language]))
      case .skipped: skipped += 1
      case .model, .unreadable: break
      }
    }
    return ProjectReading(
      project: gathered.tied.project, errors: errors.sorted { $0.precedes($1) }, skipped: skipped)
  }
}
