import GatewayModel
public import Linting
import YAMLDocument
import Glibc

/// One run over files and folders, as the command line and editors start it.
public struct LintRun: Sendable {
  /// The linter, with its rules and language.
  public var linter: Linter
  /// Finds the files.
  public var finder: FileFinder

  /// A run.
  public init(linter: Linter, finder: FileFinder) {
    self.linter = linter
    self.finder = finder
  }

  /// What a run did.
  public struct Outcome: Sendable {
    /// What was found.
    public var result: LintResult
    /// What could not be done.
    public var errors: [RunError]
    /// What became of every file, where the finder records it: linted as a dialect, or passed over for a reason.
    public var fates: [FileFate]
  }

  /// Lints what `paths` name; the current folder where they name nothing.
  public func run(_ paths: [String]) -> Outcome {
    let found = finder.find(paths)
    var errors = found.failures.map { RunError(file: $0.display, message: wording(of: $0.error)) }
    let limit = linter.limits.bytes
    let read = ParallelWork.map(found.files, jobs: linter.jobs) { file -> (ReadText?, FileError?) in
      do throws(FileError) {
        let bytes = try FileSystem.read(file.path, limit: limit + 1)
        return (linter.read(InputText(display: file.display, bytes: bytes, isNamed: file.isNamed)), nil)
      } catch {
        return (nil, error)
      }
    }
    for (file, (_, error)) in zip(found.files, read) {
      if let error { errors.append(RunError(file: file.display, message: wording(of: error))) }
    }
    let texts = read.compactMap { $0.0 }
    var result = linter.lint(texts)
    result.summary.skipped += found.passedOver.count
    let fates = finder.recordsSkipped ? FileFate.all(of: texts, found.passedOver) : []
    return Outcome(result: result, errors: errors, fates: fates)
  }

  /// Lints standard input under the name that it stands for.
  public func runOnStandardInput(named name: String?) -> Outcome {
    let display = name.map {
      PathName.display(PathName.absolute($0, from: finder.currentFolder), from: finder.currentFolder)
    }
    do throws(FileError) {
      let bytes = try FileSystem.read(STDIN_FILENO, limit: linter.limits.bytes + 1)
      let text = linter.read(InputText(display: display ?? "-", bytes: bytes, isNamed: !finder.asFound))
      return Outcome(result: linter.lint([text]), errors: [], fates: FileFate.all(of: [text], []))
    } catch {
      return Outcome(
        result: LintResult(), errors: [RunError(file: display ?? "-", message: wording(of: error))], fates: [])
    }
  }

  private func wording(of error: FileError) -> String {
    if error.code == EFBIG {
      let limit = linter.limits.bytes
      return Text(
        en: "cannot be read: larger than the limit of \(limit) bytes", zh: "无法读取：超过 \(limit) 字节的上限")[linter.language]
    }
    return Text(en: "cannot be read: \(error.reason)", zh: "无法读取：\(error.reason)")[linter.language]
  }
}

/// What became of a file.
public struct FileFate: Sendable {
  /// Its name in outputs.
  public var display: String
  /// The dialect it is linted as; `nil` where it is passed over or not understood.
  public var dialect: String?
  /// Why it is passed over; `nil` where it is linted.
  public var skipped: SkipReason?

  static func all(of texts: [ReadText], _ passedOver: [(display: String, reason: SkipReason)]) -> [FileFate] {
    let read = texts.map { text in
      switch text.outcome {
      case .model(let model): FileFate(display: text.display, dialect: model.facts.dialect.rawValue, skipped: nil)
      case .broken, .notRecognised: FileFate(display: text.display, dialect: nil, skipped: nil)
      case .skipped(let reason): FileFate(display: text.display, dialect: nil, skipped: reason)
      }
    }
    return (read + passedOver.map { FileFate(display: $0.display, dialect: nil, skipped: $0.reason) })
      .sorted { $0.display.utf8.lexicographicallyPrecedes($1.display.utf8) }
  }
}
