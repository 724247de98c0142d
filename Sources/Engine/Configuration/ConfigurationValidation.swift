import Linting
import SourceText

extension ConfigurationFile {
  /// What is wrong with the names, options and globs of the file: a pure function of it and of the rules there are.
  func problems(_ catalogue: RuleCatalogue) -> [ConfigurationProblem] {
    var validation = ConfigurationValidation(file: self, catalogue: catalogue)
    validation.check()
    return validation.problems
  }
}

private struct ConfigurationValidation {
  let file: ConfigurationFile
  let catalogue: RuleCatalogue
  var problems: [ConfigurationProblem] = []

  mutating func check() {
    for name in file.select + file.ignore { checkName(name) }
    for entry in file.rules { check(entry, forAPIs: false) }
    for glob in file.exclude { check(glob: glob) }
    for override in file.overrides {
      for glob in override.files ?? [] { check(glob: glob) }
      for entry in override.rules { check(entry, forAPIs: override.apis != nil) }
    }
  }

  private mutating func checkName(_ name: Written<String>) {
    do throws(UnknownRuleName) {
      _ = try catalogue.indices(matching: name.value)
    } catch {
      let advice =
        error.nearest == nil
        ? Text(en: "; `gwlint rules` lists all rules", zh: "；`gwlint rules` 会列出所有规则")
        : ConfigurationReader.suggestion(error.nearest)
      complain(
        at: name.span,
        Text(
          en: "no rule or family is called `\(name.value)`\(advice.en)",
          zh: "没有名为 `\(name.value)` 的规则或规则族\(advice.zh)"), replacement: error.nearest)
    }
  }

  private mutating func check(_ entry: ConfigurationFile.RuleEntry, forAPIs: Bool) {
    checkName(entry.name)
    guard (try? catalogue.indices(matching: entry.name.value)) != nil else { return }
    let options = catalogue.options(ofRulesNamed: entry.name.value)
    for (name, value) in entry.options {
      guard let option = options.first(where: { $0.name == name.value }) else {
        complainUnknown(option: name, of: entry.name.value, known: options.map(\.name))
        continue
      }
      if forAPIs {
        complain(
          at: name.span,
          Text(
            en: "the option `\(name.value)` holds for whole files: it cannot be set for single APIs",
            zh: "选项 `\(name.value)` 对整个文件生效，不能只为个别 API 设置"))
      } else if value.value.map({ option.range.contains($0) }) != true {
        let range = "\(option.range.lowerBound)–\(option.range.upperBound)"
        complain(
          at: value.span,
          Text(
            en: "the option `\(name.value)` takes a whole number from \(range)",
            zh: "选项 `\(name.value)` 需要 \(range) 范围内的整数"))
      }
    }
  }

  private mutating func complainUnknown(option: Written<String>, of rule: String, known: [String]) {
    let nearest = NearestWord.nearest(to: option.value, among: ["level"] + known)
    let list = (["level"] + known).joined(separator: ", ")
    let advice =
      nearest == nil
      ? Text(en: "; it takes \(list)", zh: "；可用的选项为 \(list)") : ConfigurationReader.suggestion(nearest)
    complain(
      at: option.span,
      Text(
        en: "`\(rule)` has no option `\(option.value)`\(advice.en)", zh: "`\(rule)` 没有选项 `\(option.value)`\(advice.zh)"),
      replacement: nearest)
  }

  private mutating func check(glob: Written<String>) {
    guard let fault = Glob.fault(in: glob.value) else { return }
    let reason =
      switch fault {
      case .unclosedBracket: Text(en: "`[` is not closed", zh: "`[` 没有闭合")
      case .unclosedBrace: Text(en: "`{` is not closed", zh: "`{` 没有闭合")
      case .absolute: Text(en: "globs are relative to the folder of this file", zh: "glob 相对于本文件所在目录")
      }
    complain(
      at: glob.span,
      Text(en: "the glob `\(glob.value)` cannot match: \(reason.en)", zh: "glob `\(glob.value)` 无效：\(reason.zh)"))
  }

  private mutating func complain(at span: ByteSpan, _ message: Text, replacement: String? = nil) {
    problems.append(
      ConfigurationProblem(
        file: file.display, range: file.source.range(of: span), message: message, replacement: replacement))
  }
}
