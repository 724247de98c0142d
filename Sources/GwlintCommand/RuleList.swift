import GatewayModel
import Linting
import Reporting

/// The list of all rules in its three forms.
struct RuleList {
  private let rules: [Rule]
  private let language: Language

  init(_ rules: [Rule], _ language: Language) {
    self.rules = rules
    self.language = language
  }

  /// One line a rule, under a heading for each family.
  var text: String {
    let width = rules.map(\.id.count).max() ?? 0
    var result = ""
    for family in Family.allCases {
      let members = rules.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      result += (result.isEmpty ? "" : "\n") + family.title[language] + "\n"
      for rule in members {
        let severity = rule.severity.name
        result += "  " + rule.id + String(repeating: " ", count: width - rule.id.count + 2)
        result += severity + String(repeating: " ", count: 9 - severity.count)
        result += rule.fixSafety.word + String(repeating: " ", count: 8 - rule.fixSafety.word.count)
        result += rule.summary[language] + "\n"
      }
    }
    return result
  }

  /// A list of objects with all that is declared.
  var json: String {
    var writer = JSONWriter()
    writer.beginArray()
    for rule in rules {
      writer.beginObject()
      writer.member("id", rule.id)
      writer.member("family", rule.family.rawValue)
      writer.member("severity", rule.severity.name)
      writer.member("fix", rule.fixSafety.word)
      writer.key("faults")
      writer.beginArray()
      for fault in rule.faults {
        writer.beginObject()
        writer.member("status", Int(fault.status))
        writer.member("message", fault.message)
        writer.endObject()
      }
      writer.endArray()
      writer.key("confidence")
      writer.beginArray()
      for confidence in rule.confidence { writer.value(confidence.rawValue) }
      writer.endArray()
      writer.member("summary", rule.summary[language])
      writer.member("explanation", rule.explanation[language])
      writer.member("runtime", rule.runtime[language])
      writer.member("evidence", rule.evidence[language])
      writer.member("url", rule.url)
      writer.key("aliases")
      writer.beginArray()
      for alias in rule.aliases { writer.value(alias) }
      writer.endArray()
      writer.key("options")
      writer.beginArray()
      for option in rule.options {
        writer.beginObject()
        writer.member("name", option.name)
        writer.member("summary", option.summary[language])
        writer.member("default", option.standard)
        writer.member("minimum", option.range.lowerBound)
        writer.member("maximum", option.range.upperBound)
        writer.endObject()
      }
      writer.endArray()
      writer.key("examples")
      writer.beginArray()
      for example in rule.examples {
        writer.beginObject()
        writer.member("dialect", example.dialect.rawValue)
        writer.member("bad", example.bad)
        writer.member("good", example.good)
        if let fixed = example.fixed { writer.member("fixed", fixed) }
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    return writer.text + "\n"
  }

  /// A page with a section for every rule.
  var markdown: String {
    var result = "# " + Text(en: "Rules of gwlint", zh: "gwlint 规则")[language] + "\n"
    for family in Family.allCases {
      let members = rules.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      result += "\n## " + family.title[language] + "\n"
      for rule in members { result += "\n" + RulePage(rule, language).markdown }
    }
    return result
  }
}

extension Family {
  /// What the family is about.
  var title: Text {
    switch self {
    case .config: Text(en: "Document and import (config-*)", zh: "文档与导入（config-*）")
    case .backend: Text(en: "Back end (backend-*)", zh: "后端（backend-*）")
    case .mock: Text(en: "Mock (mock-*)", zh: "Mock（mock-*）")
    case .tsf: Text(en: "TSF microservices (tsf-*)", zh: "TSF 微服务（tsf-*）")
    case .oauth: Text(en: "OAuth 2.0 (oauth-*)", zh: "OAuth 2.0（oauth-*）")
    case .cors: Text(en: "CORS (cors-*)", zh: "跨域（cors-*）")
    case .route: Text(en: "Routes, environments, domains (route-*)", zh: "路由、环境与域名（route-*）")
    case .param: Text(en: "Parameters (param-*)", zh: "参数（param-*）")
    case .protocol: Text(en: "Protocols (protocol-*)", zh: "协议（protocol-*）")
    case .auth: Text(en: "Authentication (auth-*)", zh: "认证（auth-*）")
    case .plan: Text(en: "Usage plans (plan-*)", zh: "使用计划（plan-*）")
    case .plugin: Text(en: "Plugins (plugin-*)", zh: "插件（plugin-*）")
    case .yaml: Text(en: "YAML (yaml-*)", zh: "YAML（yaml-*）")
    case .file: Text(en: "Files (file-*)", zh: "文件（file-*）")
    }
  }
}
