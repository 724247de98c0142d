import GatewayModel
import Linting
import SourceText

/// Reports with the cases that break output formats.
enum SampleReports {
  static let source = SourceText(Array("paths:\n  /网关: {get: x}\n  /b: y\n".utf8))

  /// Text that means something in one format or another.
  static let hostile = "a::error::b %0A\n::warning::c ]]> <x y=\"z\"> & ##[command] \u{1B}[31m \u{0} | `md` \u{FFFE}"

  static func diagnostic(
    _ rule: String = "tsf-location-missing", _ severity: Severity = .error, file: String = "a.yaml",
    bytes: Range<UInt32> = 18..<21, message: String = "Wrong.", help: String = "", path: String = "/x"
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: message, help: help, url: "https://cloud.tencent.com/x",
      faults: [.mockConfigError],
      location: Location(file: file, range: source.range(of: ByteSpan(bytes.lowerBound, bytes.upperBound))),
      identity: FindingIdentity(rule: rule, service: "shop", method: "GET", path: path, field: "f"))
  }

  static let clean = report([])

  static let hostileReport = report(
    [diagnostic(file: "dir,with:signs %/a&b.yaml", message: hostile, help: hostile)],
    errors: [RunError(file: "no,such::file", message: hostile)])

  static func report(
    _ diagnostics: [Diagnostic], setAside: [SetAsideDiagnostic] = [], errors: [RunError] = []
  ) -> Report {
    var summary = Summary()
    summary.files = 1
    return Report(
      toolVersion: "1.2.3", language: .en, diagnostics: diagnostics, setAside: setAside, errors: errors,
      summary: summary, sources: ["a.yaml": source], rules: [rule])
  }

  static let rule = Rule(
    id: "tsf-location-missing", family: .tsf, severity: .error, faults: [.mockConfigError], confidence: [.official],
    summary: Text(en: "Short", zh: "短"), explanation: Text(en: "Long", zh: "长"),
    runtime: Text(en: "Fails", zh: "失败"), evidence: Text(en: "Docs", zh: "文档"), url: "https://cloud.tencent.com/x",
    aliases: ["tsf-old"], examples: [], checks: [])

  /// What a format writes.
  static func text(_ write: ((borrowing [UInt8]) -> Void) -> Void) -> String {
    var bytes: [UInt8] = []
    write { piece in for index in piece.indices { bytes.append(piece[index]) } }
    return String(decoding: bytes, as: UTF8.self)
  }
}
