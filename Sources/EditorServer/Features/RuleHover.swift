import Engine
import Linting
import SourceText

extension EditorSession {
  /// What to show for the name of a rule, where configurations and suppressions take one; `nil` elsewhere.
  func ruleHover(at offset: UInt32, uri: String, in source: SourceText) -> (text: String, span: ByteSpan)? {
    let line = source.span(ofLine: source.line(at: offset))
    guard line.start <= offset, offset <= line.end else { return nil }
    let bytes = source.bytes
    var start = Int(offset)
    while start > Int(line.start), Self.isOfRuleName(bytes[start - 1]) { start -= 1 }
    var end = Int(offset)
    while end < Int(line.end), Self.isOfRuleName(bytes[end]) { end += 1 }
    let span = ByteSpan(UInt32(start), UInt32(end))
    guard let index = workspace.linter.catalogue.index(of: source.string(span)) else { return nil }
    let isSuppression = source.string(ByteSpan(line.start, span.start)).contains("gwlint:")
    guard isSuppression || workspace.isConfiguration(uri: uri) else { return nil }
    let rule = workspace.linter.catalogue.rules[index]
    return (text(of: rule, severity: rule.severity), span)
  }

  /// What to show for a key or a value of a configuration; `nil` elsewhere.
  func configurationHover(at offset: UInt32, uri: String, in source: SourceText) -> (text: String, span: ByteSpan)? {
    guard workspace.isConfiguration(uri: uri), let place = CursorPlace(at: offset, in: source, isJSON: false),
      !place.word.isEmpty
    else { return nil }
    let word = source.string(place.word)
    let rules = RuleCandidates(catalogue: workspace.linter.catalogue, language: language)
    let candidate = rules.candidates(inConfigurationAt: place).first { $0.word == word }
    guard let candidate, !candidate.documentation.isEmpty else { return nil }
    return ("**\(word)**: \(candidate.documentation)", place.word)
  }

  private static func isOfRuleName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// A rule in short.
  func text(of rule: Rule, severity: Severity) -> String {
    var lines = ["**\(rule.id)** (\(severity.name)): \(rule.summary[language])"]
    lines.append(rule.runtime[language])
    if !rule.url.isEmpty {
      lines.append("[\(Text(en: "vendor page", zh: "厂商文档")[language])](\(rule.url))")
    }
    return lines.joined(separator: "\n\n")
  }
}
