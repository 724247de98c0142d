public import GatewayModel
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
    private(set) var tied: TiedTexts
    /// The project that the texts make.
    public var project: Project { tied.project }
    let passedOver: [(display: String, reason: SkipReason)]
    let failures: [(display: String, error: FileError)]
    /// The folders that were searched whole, absolute.
    let folders: [String]
    /// The bytes of standard input, where it was read.
    var standardInput: [UInt8]?
    /// What mending did, where texts were mended since they were read.
    private(set) var mending = Mending()

    /// What mending did to gathered texts.
    struct Mending: Sendable {
      /// How many findings were mended.
      var fixed = 0
      /// Fixes that were held back.
      var heldBack: [Fixer.HeldBack] = []
      /// Why files were not written, by name.
      var refusals: [String: AtomicFile.Refusal] = [:]
    }

    /// The same with texts as they are after mending.
    func mended(_ texts: [ReadText], _ mending: Mending, currentFolder: String) -> Gathered {
      var gathered = self
      gathered.tied = TiedTexts(texts, currentFolder: currentFolder)
      gathered.mending = mending
      return gathered
    }

    init(
      _ reading: ProjectReader.Reading, currentFolder: String,
      passedOver: [(display: String, reason: SkipReason)] = [], failures: [(display: String, error: FileError)] = [],
      folders: [String] = []
    ) {
      tied = TiedTexts(reading.texts, currentFolder: currentFolder)
      self.passedOver = passedOver
      self.folders = folders
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
      reading, currentFolder: finder.currentFolder, passedOver: found.passedOver, failures: found.failures,
      folders: found.folders)
  }

  /// The absolute paths of everything that was read, configurations included.
  public func readPaths(of gathered: Gathered) -> [String] {
    let texts = gathered.tied.texts.map { PathName.absolute($0.display, from: finder.currentFolder) }
    return texts + (finder.configurations?.paths ?? [])
  }

  /// Reads standard input under the name that it stands for.
  public func gatherStandardInput(named name: String?) -> Gathered {
    let path = name.map { PathName.absolute($0, from: finder.currentFolder) }
    let display = path.map { PathName.display($0, from: finder.currentFolder) } ?? "-"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(STDIN_FILENO, limit: linter.limits.bytes + 1)
    } catch {
      return Gathered(ProjectReader.Reading(failures: [(display, error)]), currentFolder: finder.currentFolder)
    }
    var gathered: Gathered
    if let path, finder.asFound, finder.isExcluded(path) {
      gathered = Gathered(
        ProjectReader.Reading(), currentFolder: finder.currentFolder, passedOver: [(display, .excluded)])
    } else {
      gathered = Gathered(
        reading(of: bytes, at: path, display: display), currentFolder: finder.currentFolder)
    }
    gathered.standardInput = bytes
    return gathered
  }

  private func reading(of bytes: [UInt8], at path: String?, display: String) -> ProjectReader.Reading {
    guard let path else {
      let settings = finder.configurations?.settings(forFile: PathName.absolute("-", from: finder.currentFolder))
      let input = InputText(display: display, bytes: bytes, isNamed: !finder.asFound, settings: settings)
      return ProjectReader.Reading(texts: [linter.read(input)])
    }
    let reader = ProjectReader(linter: linter, finder: finder, overlay: [path: bytes])
    return reader.read([FoundFile(path: path, display: display, isNamed: !finder.asFound)], foundIn: [])
  }

  /// Lints what was read, with all texts in a language.
  /// - Parameter language: the linter's own where none is given.
  public func lint(_ gathered: Gathered, in language: Language? = nil) -> Outcome {
    var linter = linter
    linter.language = language ?? linter.language
    let errors = LintRun(linter: linter, finder: finder).readingErrors(of: gathered)
    var result = linter.lint(gathered.tied)
    result.summary.skipped += gathered.passedOver.count
    result.summary.fixed = gathered.mending.fixed
    result.withdraw(gathered.mending.heldBack)
    let fates =
      finder.recordsSkipped ? FileFate.all(of: gathered.tied.texts.filter { !$0.isContext }, gathered.passedOver) : []
    return Outcome(result: result, errors: errors.sorted { $0.precedes($1) }, fates: fates)
  }

  /// What could not be read or written, configurations included.
  func readingErrors(of gathered: Gathered) -> [RunError] {
    let unread = gathered.failures.map { failure in
      RunError(file: failure.display, message: wording(of: failure.error)[linter.language])
    }
    let unwritten = gathered.mending.refusals.map { display, refusal in
      RunError(file: display, message: wording(of: refusal)[linter.language])
    }
    return unread + unwritten + (finder.configurations?.errors(linter.language) ?? [])
  }

  private func wording(of refusal: AtomicFile.Refusal) -> Text {
    switch refusal {
    case .changedMeanwhile:
      Text(
        en: "was changed while gwlint ran and is left alone; run it again", zh: "在 gwlint 运行期间被改动，未作修改；请重新运行")
    case .failed(let error): Text(en: "cannot be written: \(error.reason)", zh: "无法写入：\(error.reason)")
    }
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
