import Engine
import Linting
import Reporting

/// Writes the reports that a command line asks for, each to its place.
struct ReportWriter {
  /// One report.
  struct Request {
    var format: ReportFormat
    /// The file; `nil` for standard output.
    var output: String?

    /// The language of its texts: machine formats do not follow the locale.
    func language(_ common: CommonOptions) -> Language {
      format.isForPeople ? common.language : common.machineLanguage
    }
  }

  /// A combination of reports that cannot be written.
  struct Refusal: Error {
    let message: Text
  }

  let common: CommonOptions
  let showsStatistics: Bool
  /// Where reports without a file go.
  let stream: StandardStream

  /// What a command line asks for; the text form on standard output where it asks for nothing.
  static func requests(_ words: [CommandWords.ReportRequest]) throws(Refusal) -> [Request] {
    var requests: [Request] = []
    for word in words {
      let format = word.format.flatMap(ReportFormat.init(rawValue:)) ?? .text
      requests.append(Request(format: format, output: word.output == "-" ? nil : word.output))
    }
    if requests.isEmpty { requests = [Request(format: .text, output: nil)] }
    if requests.count(where: { $0.output == nil }) > 1 {
      throw Refusal(
        message: Text(
          en: "Only one report can go to standard output: give the others an --output.",
          zh: "标准输出只能写一份报告：请为其余报告指定 --output。"))
    }
    let files = requests.compactMap(\.output)
    if Set(files).count < files.count {
      throw Refusal(
        message: Text(en: "Two reports would be written to one file.", zh: "有两份报告会写入同一个文件。"))
    }
    return requests
  }

  /// Writes the reports and returns what could not be written. Where the only place for a report is a file that cannot
  /// be written, the findings are told as text.
  /// - Parameter reports: what there is to say, in every language that is asked for.
  func write(_ reports: [Language: Report], _ requests: [Request]) -> [RunError] {
    var failures: [RunError] = []
    var isTold = false
    for request in requests {
      guard let report = reports[request.language(common)] else { continue }
      if request.format == .github, let failure = writeSummary(report) { failures.append(failure) }
      guard let path = request.output else {
        write(report, as: request.format, color: common.usesColor(on: stream)) { stream.write($0) }
        isTold = true
        continue
      }
      do throws(FileError) {
        let file = try AtomicFile(replacing: path)
        write(report, as: request.format, color: false) { file.write($0) }
        try file.commit()
        isTold = true
      } catch {
        failures.append(.unwritable(path, error, common.language))
      }
    }
    if !isTold, let report = reports[common.language] {
      write(report, as: .text, color: common.usesColor(on: stream)) { stream.write($0) }
    }
    return failures
  }

  private func write(
    _ report: Report, as format: ReportFormat, color: Bool, to sink: (borrowing [UInt8]) -> Void
  ) {
    switch format {
    case .text:
      TextReport(usesColor: color, isQuiet: common.quiet).write(report, to: sink)
      if showsStatistics { sink(Array(RuleStatistics(report).text.utf8)) }
    case .json: JSONReport.write(report, to: sink)
    case .sarif: SARIFReport.write(report, to: sink)
    case .github: sink(GitHubReport(report).log(hasSummary: Self.summaryFile != nil))
    case .gitlab: GitLabReport.write(report, to: sink)
    case .junit: JUnitReport.write(report, to: sink)
    case .checkstyle: CheckstyleReport.write(report, to: sink)
    case .rdjson: RDJSONReport.write(report, to: sink)
    case .html: HTMLReport.write(report, to: sink)
    }
  }

  /// The file that a GitHub workflow gives for the summary of a step.
  private static var summaryFile: String? { CommonOptions.environment("GITHUB_STEP_SUMMARY") }

  /// Adds what annotations cannot show to the summary of the step.
  private func writeSummary(_ report: Report) -> RunError? {
    guard let path = Self.summaryFile else { return nil }
    let summary = GitHubReport(report).summary
    guard !summary.isEmpty else { return nil }
    do throws(FileError) {
      try AppendedFile.append(summary, to: path)
      return nil
    } catch {
      return .unwritable(path, error, report.language)
    }
  }
}
