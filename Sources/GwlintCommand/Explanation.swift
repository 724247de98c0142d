import GatewayModel
import Linting
import Reporting

/// What there is to say about a rule, a status or a message of the gateway's error table.
struct Explanation {
  private let rules: [Rule]
  private let language: Language

  init(rules: [Rule], language: Language) {
    self.rules = rules
    self.language = language
  }

  /// The page for a term; `nil` where it is neither a rule, nor a status, nor a message of the table.
  func page(for term: String) -> String? {
    if let rule = rules.first(where: { $0.id == term || $0.aliases.contains(term) }) {
      return RulePage(rule, language).text
    }
    if let status = UInt16(term) {
      let rows = FaultTable.rows.filter { $0.fault.status == status }
      return rows.isEmpty || status == 0 ? nil : overview(of: rows, status)
    }
    let rows = MessageMatch.rows(matching: term)
    return rows.isEmpty ? nil : rows.map { details(of: $0) }.joined(separator: "\n")
  }

  /// Up to three terms that there is something to say about and that look like `term`.
  func nearest(to term: String) -> [String] {
    let statuses = Set(FaultTable.rows.map(\.fault.status)).subtracting([0]).sorted().map { String($0) }
    if !term.isEmpty, term.allSatisfy(\.isNumber) {
      return [NearestWord.nearest(to: term, among: statuses)].compactMap { $0 }
    }
    let names = rules.flatMap { [$0.id] + $0.aliases }
    if let name = NearestWord.nearest(to: term, among: names, limit: max(2, term.count / 3)) { return [name] }
    let words = Set(Self.words(of: term))
    let messages = FaultTable.rows.map { row in (row, Set(Self.words(of: row.fault.message)).intersection(words).count)
    }
    let partOfName = term.count < 3 ? [] : names.filter { $0.contains(term.lowercased()) }
    let similar = messages.filter { $0.1 >= max(2, words.count / 2) }.sorted { $0.1 > $1.1 }.map { $0.0.fault.message }
    return Array((partOfName + similar).prefix(3))
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "_" }.map(String.init)
  }

  // MARK: Statuses

  private func overview(of rows: [FaultRow], _ status: UInt16) -> String {
    var page = "\(status)\n"
    for row in rows {
      page += "\n\(row.fault.message)\n  \(row.meaning[language])\n  \(ruleList(of: row))\n"
    }
    page += "\n"
    page +=
      Text(
        en: "`gwlint explain '<message>'` tells causes and remedies of one row.\n",
        zh: "`gwlint explain '<消息>'` 会给出某一行的原因和处理办法。\n")[language]
    return page
  }

  private func ruleList(of row: FaultRow) -> String {
    let found = rules(of: row).map(\.id)
    if found.isEmpty { return Text(en: "gwlint sees ", zh: "gwlint：")[language] + reach(of: row) }
    return Text(en: "found by ", zh: "对应规则：")[language] + found.joined(separator: Text(en: ", ", zh: "、")[language])
  }

  // MARK: Messages

  private func details(of row: FaultRow) -> String {
    var page = row.fault.line + "\n\n\(row.meaning[language])\n"
    section(&page, Text(en: "Cause", zh: "原因"), row.cause[language])
    section(&page, Text(en: "What to do", zh: "处理办法"), row.remedy[language])
    section(&page, Text(en: "What gwlint sees of it", zh: "gwlint 能发现的部分"), reach(of: row))
    let found = rules(of: row)
    if !found.isEmpty {
      let width = found.map(\.id.count).max() ?? 0
      let lines = found.map { rule in
        rule.id + String(repeating: " ", count: width - rule.id.count + 2) + rule.summary[language]
      }
      section(&page, Text(en: "Rules", zh: "规则"), lines.joined(separator: "\n  "))
    }
    return page
  }

  private func rules(of row: FaultRow) -> [Rule] { rules.filter { $0.faults.contains(row.fault) } }

  private func reach(of row: FaultRow) -> String {
    switch row.decidability {
    case .configuration: Text(en: "everything: configuration alone causes it.", zh: "全部：仅由配置引起。")[language]
    case .wholeService:
      Text(en: "everything, where a manifest describes the whole service.", zh: "有清单文件描述整个服务时，可全部发现。")[language]
    case .partly(let missing):
      Text(
        en: "the part that stands in configuration; the rest takes \(missing.words.en).",
        zh: "配置引起的部分；其余取决于\(missing.words.zh)。")[language]
    case .runtime(let missing):
      Text(en: "nothing certain: it takes \(missing.words.en).", zh: "无法确定：取决于\(missing.words.zh)。")[language]
    }
  }

  private func section(_ page: inout String, _ title: Text, _ body: String) {
    page += "\n\(title[language])\n  \(body)\n"
  }
}
