import GatewayLog
import GatewayModel
import GatewayRouting
import Linting
import Reporting
import SourceText

/// A diagnosis for people.
struct DiagnosisText {
  private let diagnosis: Diagnosis
  private let log: String
  private let language: Language
  private let usesColor: Bool
  private let isQuiet: Bool

  /// So many requests, causes and traces of one fault are shown.
  private static let shown = 5

  init(_ diagnosis: Diagnosis, log: String, language: Language, usesColor: Bool, isQuiet: Bool) {
    self.diagnosis = diagnosis
    self.log = log
    self.language = language
    self.usesColor = usesColor
    self.isQuiet = isQuiet
  }

  var text: String {
    var texts = diagnosis.faults.map(text(of:))
    if diagnosis.summary.untoldFaults > 0 { texts.append(untold(diagnosis.summary.untoldFaults)) }
    let faults = texts.joined(separator: "\n")
    return (isQuiet ? "" : overview + "\n" + (faults.isEmpty ? "" : "\n")) + faults
  }

  private func styled(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private var overview: String {
    let summary = diagnosis.summary
    var parts = [
      Text(
        en: "\(log): \(count(summary.requests, "request")), \(count(summary.faultCount, "fault")) of the gateway",
        zh: "\(log)：\(summary.requests) 个请求，网关错误 \(summary.faultCount) 个")
    ]
    if summary.backendErrors > 0 {
      parts.append(
        Text(en: "\(count(summary.backendErrors, "error")) of back ends", zh: "后端错误 \(summary.backendErrors) 个"))
    }
    if summary.unreadLines > 0 {
      parts.append(
        Text(en: "\(count(summary.unreadLines, "line")) not understood", zh: "\(summary.unreadLines) 行无法识别"))
    }
    return parts.map { $0[language] }.joined(separator: language == .zh ? "，" : ", ")
  }

  private func count(_ number: Int, _ thing: String) -> String { number == 1 ? "1 \(thing)" : "\(number) \(thing)s" }

  private func untold(_ number: Int) -> String {
    Text(
      en: "\(count(number, "further fault")), of more kinds than are told apart\n",
      zh: "另有 \(number) 个错误，种类过多，不再逐一列出\n")[language]
  }

  // MARK: One fault

  private func text(of fault: DiagnosedFault) -> String {
    let group = fault.group
    let title = group.rows.first?.fault.line ?? "\(group.status) \(group.message)"
    let times = Text(
      en: "  ×\(group.count), first in line \(group.firstLine)", zh: "  ×\(group.count)，首次出现在第 \(group.firstLine) 行")
    var result = styled(TerminalText.visible(title), "1;31") + times[language] + "\n"
    result += requestLines(of: group)
    if !fault.causes.isEmpty {
      let label =
        fault.isCertain
        ? Text(en: "Caused by", zh: "原因") : Text(en: "May be caused by", zh: "可能的原因")
      result += section(label, fault.causes.map(line(for:)))
    } else if !fault.traces.isEmpty {
      let label = Text(en: "The definitions give the same answer", zh: "按照定义，结果相同")
      result += section(label, fault.traces.map(line(for:)))
    } else {
      result += advice(on: group)
    }
    return result
  }

  private func section(_ label: Text, _ lines: [String]) -> String {
    var result = "  " + styled(label[language], "34") + "\n"
    for line in lines.prefix(Self.shown) { result += "    " + line + "\n" }
    let rest = lines.count - Self.shown
    if rest > 0 { result += "    " + Text(en: "… and \(rest) more", zh: "……另有 \(rest) 条")[language] + "\n" }
    return result
  }

  private func requestLines(of group: FaultGroup) -> String {
    let requests = group.requests
    guard !requests.isEmpty else { return "" }
    let lines = requests.map { request, count in
      let url = [request.host, request.path].compactMap { $0 }.joined()
      let names = [request.environment, request.serviceID, request.apiID].compactMap { $0 }
      return "×\(count)  " + TerminalText.visible(([url] + names).filter { !$0.isEmpty }.joined(separator: "  "))
    }
    return section(Text(en: "Requests", zh: "请求"), lines)
  }

  private func line(for finding: Diagnostic) -> String {
    let start = finding.location.range.start
    let place = "\(finding.location.file):\(start.line):\(start.column)"
    var line = styled(place, "1") + "  \(finding.rule)\n      " + finding.message
    if finding.fixes.contains(where: { $0.applicability == .safe }) {
      line += Text(en: " (`gwlint --fix` mends it)", zh: "（`gwlint --fix` 可修复）")[language]
    } else if !finding.help.isEmpty {
      line += "\n      " + styled(Text(en: "help: ", zh: "建议：")[language], "36") + finding.help
    }
    return line
  }

  private func line(for trace: RequestTrace) -> String {
    // A log holds what strangers asked for: copied to a shell, it must stay one word.
    let url = TerminalText.visible(trace.url.written).split(separator: "'", omittingEmptySubsequences: false)
    var line = styled("gwlint trace \(trace.method) '\(url.joined(separator: #"'\''"#))'", "1")
    if let help = trace.help {
      line += "\n      " + styled(Text(en: "help: ", zh: "建议：")[language], "36") + help[language]
    }
    return line
  }

  /// What is known of a fault that nothing in the definitions explains.
  private func advice(on group: FaultGroup) -> String {
    guard let row = group.rows.first else {
      let unknown = Text(
        en: "This message is not in the gateway's error table.", zh: "该消息不在网关的错误码表中。")
      return "  " + unknown[language] + "\n"
    }
    let nothing = Text(
      en: "Nothing in the definitions is known to cause it.", zh: "没有发现定义中有会导致它的内容。")
    return "  \(nothing[language])\n" + section(Text(en: "Cause", zh: "原因"), [row.cause[language]])
      + section(Text(en: "What to do", zh: "处理办法"), [row.remedy[language]])
  }
}
