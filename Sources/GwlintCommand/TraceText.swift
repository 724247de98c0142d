import Engine
import GatewayModel
import GatewayRouting
import Linting
import SourceText

/// A trace for people.
struct TraceText {
  private let trace: RequestTrace
  private let language: Language
  private let usesColor: Bool

  init(_ trace: RequestTrace, language: Language, usesColor: Bool) {
    self.trace = trace
    self.language = language
    self.usesColor = usesColor
  }

  private func styled(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  var text: String {
    var result = styled("\(trace.method) \(trace.url.written)", "1") + "\n" + conclusion + "\n\n"
    let width = trace.steps.map { word(for: $0.name).count }.max() ?? 0
    for step in trace.steps {
      let name = word(for: step.name)
      result += "  " + styled(name, "34") + padding(width - columns(name) + 2) + step.detail[language] + "\n"
    }
    if !trace.variables.isEmpty {
      result += "\n  " + Text(en: "Variables", zh: "变量")[language] + "\n"
      for variable in trace.variables { result += "    \(variable.name) = \(variable.value)\n" }
    }
    if !trace.candidates.isEmpty {
      result += "\n  " + Text(en: "APIs whose path matches", zh: "路径匹配的 API")[language] + "\n"
      for candidate in trace.candidates { result += "    " + line(for: candidate) + "\n" }
    }
    if let help = trace.help {
      let label = Text(en: "help: ", zh: "建议：")[language]
      result += "\n" + styled(label, "1;36") + help[language] + "\n"
    }
    return result
  }

  private var conclusion: String {
    switch trace.outcome {
    case .api:
      let name = trace.api?.displayName ?? "?"
      return styled("→ \(name)", "1;32") + place(trace.api)
    case .fault:
      let fault = trace.fault
      let status = fault.map { $0.status == 0 ? "" : "\($0.status) " } ?? ""
      return styled("→ \(status)\(fault?.message ?? "")", "1;31")
    case .ambiguous:
      return styled(
        "→ " + Text(en: "not decided: several APIs may answer", zh: "无法确定：多个 API 都可能响应")[language], "1;33")
    }
  }

  private func place(_ api: Part?) -> String {
    guard let api else { return "" }
    let location = api.project.location(of: .part(api.id))
    let start = location.range.start
    return "  " + [api.apiMethod?.rawValue, api.pathText].compactMap { $0 }.joined(separator: " ")
      + "  \(location.file):\(start.line):\(start.column)"
  }

  private func line(for candidate: RequestTrace.Candidate) -> String {
    let api = candidate.api
    return styled(api.displayName, "1") + place(api) + "\n      " + candidate.why[language]
  }

  private func word(for step: RequestTrace.Step.Name) -> String {
    switch step {
    case .url: "URL"
    case .method: Text(en: "method", zh: "方法")[language]
    case .host: Text(en: "host", zh: "域名")[language]
    case .environment: Text(en: "environment", zh: "环境")[language]
    case .protocol: Text(en: "protocol", zh: "协议")[language]
    case .path: Text(en: "path", zh: "路径")[language]
    case .backend: Text(en: "back end", zh: "后端")[language]
    case .auth: Text(en: "auth", zh: "认证")[language]
    case .cors: "CORS"
    }
  }

  private func columns(_ word: String) -> Int { word.count }

  private func padding(_ count: Int) -> String { String(repeating: " ", count: max(1, count)) }
}
