import GatewayModel
public import Linting
import YAMLDocument
import Glibc

/// One run over files and folders, as the command line and editors start it: first everything is read, then it is linted
/// together.
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

  /// What was read and tied together, and what could not be.
  public struct Gathered: Sendable {
    let tied: TiedTexts
    let passedOver: [(display: String, reason: SkipReason)]
    let failures: [(display: String, error: FileError)]

    init(
      _ reading: ProjectReader.Reading, currentFolder: String,
      passedOver: [(display: String, reason: SkipReason)] = [], failures: [(display: String, error: FileError)] = []
    ) {
      tied = TiedTexts(reading.texts, currentFolder: currentFolder)
      self.passedOver = passedOver
      self.failures = failures + reading.failures
    }
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
  public func run(_ paths: [String]) -> Outcome { lint(gather(paths)) }

  /// Reads what `paths` name; the current folder where they name nothing.
  public func gather(_ paths: [String]) -> Gathered {
    let found = finder.find(paths)
    let reading = ProjectReader(linter: linter, finder: finder).read(found.files, foundIn: found.folders)
    return Gathered(
      reading, currentFolder: finder.currentFolder, passedOver: found.passedOver, failures: found.failures)
  }

  /// Reads standard input under the name that it stands for.
  public func gatherStandardInput(named name: String?) -> Gathered {
    let path = name.map { PathName.absolute($0, from: finder.currentFolder) }
    let display = path.map { PathName.display($0, from: finder.currentFolder) } ?? "-"
    func gathered(_ reading: ProjectReader.Reading) -> Gathered {
      Gathered(reading, currentFolder: finder.currentFolder)
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(STDIN_FILENO, limit: linter.limits.bytes + 1)
    } catch {
      return gathered(ProjectReader.Reading(failures: [(display, error)]))
    }
    guard let path else {
      let settings = finder.configurations?.settings(forFile: PathName.absolute("-", from: finder.currentFolder))
      let input = InputText(display: display, bytes: bytes, isNamed: !finder.asFound, settings: settings)
      return gathered(ProjectReader.Reading(texts: [linter.read(input)]))
    }
    if finder.asFound, finder.isExcluded(path) {
      return Gathered(
        ProjectReader.Reading(), currentFolder: finder.currentFolder, passedOver: [(display, .excluded)])
    }
    let reader = ProjectReader(linter: linter, finder: finder, overlay: [path: bytes])
    return gathered(
      reader.read([FoundFile(path: path, display: display, isNamed: !finder.asFound)], foundIn: []))
  }

  /// Lints what was read, with all texts in a language.
  /// - Parameter language: the linter's own where none is given.
  public func lint(_ gathered: Gathered, in language: Language? = nil) -> Outcome {
    var linter = linter
    linter.language = language ?? linter.language
    let errors = LintRun(linter: linter, finder: finder).readingErrors(of: gathered)
    var result = linter.lint(gathered.tied)
    result.summary.skipped += gathered.passedOver.count
    let fates =
      finder.recordsSkipped ? FileFate.all(of: gathered.tied.texts.filter { !$0.isContext }, gathered.passedOver) : []
    return Outcome(result: result, errors: errors.sorted { $0.precedes($1) }, fates: fates)
  }

  /// What could not be read, configurations included.
  func readingErrors(of gathered: Gathered) -> [RunError] {
    gathered.failures.map { failure in
      RunError(file: failure.display, message: wording(of: failure.error)[linter.language])
    } + (finder.configurations?.errors(linter.language) ?? [])
  }

  private func wording(of error: FileError) -> Text {
    if error.code == EFBIG {
      let limit = linter.limits.bytes
      return Text(
        en: "cannot be read: larger than the limit of \(limit) bytes", zh: "无法读取：超过 \(limit) 字节的上限")
    }
    return Text(en: "cannot be read: \(error.reason)", zh: "无法读取：\(error.reason)")
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
