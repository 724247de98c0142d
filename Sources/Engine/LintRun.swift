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
    let reader = ProjectReader(linter: linter, finder: finder)
    return outcome(of: reader.read(found.files, foundIn: found.folders), found)
  }

  /// Lints standard input under the name that it stands for.
  public func runOnStandardInput(named name: String?) -> Outcome {
    let path = name.map { PathName.absolute($0, from: finder.currentFolder) }
    let display = path.map { PathName.display($0, from: finder.currentFolder) } ?? "-"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(STDIN_FILENO, limit: linter.limits.bytes + 1)
    } catch {
      return Outcome(result: LintResult(), errors: [RunError(file: display, message: wording(of: error))], fates: [])
    }
    guard let path else {
      let text = linter.read(InputText(display: display, bytes: bytes, isNamed: !finder.asFound))
      return outcome(of: ProjectReader.Reading(texts: [text]), FoundFiles())
    }
    let reader = ProjectReader(linter: linter, finder: finder, overlay: [path: bytes])
    let file = FoundFile(path: path, display: display, isNamed: !finder.asFound)
    return outcome(of: reader.read([file], foundIn: []), FoundFiles())
  }

  private func outcome(of reading: ProjectReader.Reading, _ found: FoundFiles) -> Outcome {
    let tied = TiedTexts(reading.texts, currentFolder: finder.currentFolder)
    var result = linter.lint(tied)
    result.summary.skipped += found.passedOver.count
    let fates = finder.recordsSkipped ? FileFate.all(of: tied.texts.filter { !$0.isContext }, found.passedOver) : []
    return Outcome(
      result: result,
      errors: (found.failures + reading.failures).map { RunError(file: $0.display, message: wording(of: $0.error)) },
      fates: fates)
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
      case .broken, .notRecognised, .unreadable: FileFate(display: text.display, dialect: nil, skipped: nil)
      case .skipped(let reason): FileFate(display: text.display, dialect: nil, skipped: reason)
      }
    }
    return (read + passedOver.map { FileFate(display: $0.display, dialect: nil, skipped: $0.reason) })
      .sorted { $0.display.utf8.lexicographicallyPrecedes($1.display.utf8) }
  }
}
