import Engine
import Linting
import SourceText

/// The names of rules, where configurations and suppressions take them.
struct RuleCandidates {
  let catalogue: RuleCatalogue
  let language: Language

  // MARK: Configurations

  /// The words for a place in a configuration.
  func candidates(inConfigurationAt place: CursorPlace) -> [Candidate] {
    let path = Steps(place.path)
    if place.role == .value { return path.key.map { values(of: $0, in: path) } ?? [] }
    let keys: [Candidate]
    switch path.words {
    case []: keys = self.keys(ConfigurationKey.ofFile)
    case ["rules"], ["overrides", "-", "rules"]: keys = names
    case ["overrides", "-"]: keys = self.keys(ConfigurationKey.ofOverride)
    case ["select", "-"], ["ignore", "-"]: keys = names
    default:
      guard path.words.dropLast().last == "rules", let rule = path.key else { return [] }
      keys = options(ofRule: rule)
    }
    return keys.filter { place.siblings[$0.word] == nil }
  }

  /// The steps of a path as words; `-` is an element.
  private struct Steps {
    let words: [String]

    init(_ path: [CursorPlace.Step]) {
      words = path.map { if case .key(let name, _) = $0 { name } else { "-" } }
    }

    var key: String? { words.last }
  }

  private func values(of key: String, in path: Steps) -> [Candidate] {
    let known: ConfigurationKey?
    switch path.words.dropLast() {
    case []: known = ConfigurationKey.ofFile.first { $0.name == key }
    // A rule's level stands alone or under a key of its own.
    case ["rules"], ["overrides", "-", "rules"]: known = ConfigurationKey.level
    default:
      let isLevel = key == ConfigurationKey.level.name && path.words.dropLast(2).last == "rules"
      known = isLevel ? ConfigurationKey.level : nil
    }
    guard let known, case .word(let words) = known.form else { return [] }
    let isLevel = known.name == ConfigurationKey.level.name
    // A configuration takes `off` and `on` as the words that they are.
    return words.map { word in
      let summary = isLevel ? RuleLevel(rawValue: word)?.summary : FailLevel(rawValue: word)?.summary
      return Candidate(word: word, kind: .value, documentation: summary?[language] ?? "", isLiteral: true)
    }
  }

  private func keys(_ keys: [ConfigurationKey]) -> [Candidate] {
    keys.map { Candidate(word: $0.name, kind: .key, documentation: $0.summary[language], body: $0.body) }
  }

  private func options(ofRule name: String) -> [Candidate] {
    return keys([ConfigurationKey.level])
      + catalogue.options(ofRulesNamed: name).map { option in
        let range = "\(option.range.lowerBound)–\(option.range.upperBound)"
        return Candidate(
          word: option.name, kind: .key, documentation: "\(option.summary[language]) (\(range))")
      }
  }

  /// All rules, then the families.
  private var names: [Candidate] {
    let rules = catalogue.rules.map { rule in
      Candidate(word: rule.id, kind: .rule, documentation: rule.summary[language], isLiteral: true)
    }
    return rules
      + (catalogue.familyNames + ["ALL"]).map { name in
        let count = (try? catalogue.indices(matching: name))?.count ?? 0
        let text = Text(en: "\(count) rules", zh: "\(count) 条规则")
        return Candidate(word: name, kind: .rule, documentation: text[language], isLiteral: true)
      }
  }

  // MARK: Suppressions

  /// The words for a cursor in a suppression, and what they replace; `nil` where there is none.
  func candidates(inCommentAt offset: UInt32, of source: SourceText) -> (candidates: [Candidate], word: ByteSpan)? {
    let start = source.span(ofLine: source.line(at: offset)).start
    guard start <= offset else { return nil }
    let line = source.bytes[Int(start)..<Int(offset)]
    guard let begin = Self.begin(ofCommandIn: line) else { return nil }
    let rest = line[begin...]
    guard let end = rest.firstIndex(where: LineShape.isBlank) else {
      let forms = SuppressionForm.allCases.map {
        Candidate(word: $0.rawValue, kind: .rule, documentation: $0.summary[language], isLiteral: true)
      }
      return (forms, ByteSpan(UInt32(begin), offset))
    }
    guard !String(decoding: rest, as: UTF8.self).contains(" --") else { return nil }
    let word = rest[end...].lastIndex { LineShape.isBlank($0) || $0 == UInt8(ascii: ",") } ?? end
    return (names, ByteSpan(UInt32(word + 1), offset))
  }

  /// Where the word behind `gwlint:` begins in a line whose comment begins with it.
  private static func begin(ofCommandIn line: ArraySlice<UInt8>) -> Int? {
    let mark = Array("gwlint:".utf8)
    for hash in line.indices where line[hash] == UInt8(ascii: "#") {
      guard hash == line.startIndex || LineShape.isBlank(line[hash - 1]) else { continue }
      let text = line[hash...].drop { $0 == UInt8(ascii: "#") || LineShape.isBlank($0) }
      if text.starts(with: mark) { return text.startIndex + mark.count }
    }
    return nil
  }
}

extension ConfigurationKey {
  /// What stands behind it.
  fileprivate var body: Candidate.Body {
    switch form {
    case .fileName, .word: .scalar
    case .rules: .mapping
    case .globs, .texts, .ruleNames, .overrides: .list
    }
  }
}
