import Engine
import GatewayModel
import GatewayRouting
import Linting
import Reporting
import SourceText

/// The expectations of a project for people.
struct ExpectationText {
  private let run: ExpectationRun
  private let language: Language
  private let usesColor: Bool
  private let isQuiet: Bool

  init(_ run: ExpectationRun, language: Language, usesColor: Bool, isQuiet: Bool) {
    self.run = run
    self.language = language
    self.usesColor = usesColor
    self.isQuiet = isQuiet
  }

  private func styled(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  var text: String {
    var result = ""
    for expectation in run.expectations where !isQuiet || expectation.isMet == false {
      result += lines(for: expectation)
    }
    guard !isQuiet, !run.apis.isEmpty else { return result }
    if !run.expectations.isEmpty {
      let met = run.expectations.count { $0.isMet ?? false }
      result +=
        "\n"
        + Text(
          en: "\(met) of \(run.expectations.count) expectations met.", zh: "\(run.expectations.count) 条期望中有 \(met) 条满足。"
        )[
          language] + "\n"
    }
    let reached = run.apis.count - run.unreached.count
    result +=
      Text(
        en: "\(reached) of \(run.apis.count) APIs reached (\(100 * reached / run.apis.count) %).",
        zh: "\(run.apis.count) 个 API 中有 \(reached) 个被覆盖（\(100 * reached / run.apis.count)%）。")[language] + "\n"
    for api in run.unreached {
      let place = api.project.location(of: .part(api.id))
      let label = Text(en: "not reached", zh: "未覆盖")[language]
      result += "  \(label)  \(api.apiMethod?.rawValue ?? "?") \(api.pathText ?? "?")  \(api.displayName)"
      result += "  \(place.file):\(place.range.start.line):\(place.range.start.column)\n"
    }
    return result
  }

  private func lines(for expectation: Expectation) -> String {
    let mark: String
    switch expectation.isMet {
    case true?: mark = styled("ok  ", "32")
    case false?: mark = styled("FAIL", "1;31")
    case nil: mark = styled("?   ", "33")
    }
    var result = "\(mark)  \(expectation.method) \(expectation.url)"
    if let api = expectation.api { result += "  → \(api)" }
    guard let message = expectation.message else { return result + "\n" }
    let start = expectation.location.range.start
    result += "\n      \(message[language])  \(expectation.location.file):\(start.line):\(start.column)\n"
    if let help = expectation.help { result += "      " + help[language] + "\n" }
    return result
  }
}

/// The expectations of a project as JSON.
struct ExpectationJSON {
  private let run: ExpectationRun
  private let errors: [RunError]
  private let language: Language

  init(_ run: ExpectationRun, _ errors: [RunError], language: Language) {
    self.run = run
    self.errors = errors
    self.language = language
  }

  var text: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.key("expectations")
    writer.beginArray()
    for expectation in run.expectations {
      writer.breakLine(indentedBy: 1)
      write(expectation, to: &writer)
    }
    writer.endArray()
    writer.key("unreached")
    writer.beginArray()
    for api in run.unreached {
      writer.breakLine(indentedBy: 1)
      let location = api.project.location(of: .part(api.id))
      writer.beginObject()
      writer.member("api", api.displayName)
      writer.member("method", orNull: api.apiMethod?.rawValue)
      writer.member("path", orNull: api.pathText)
      writer.member("file", location.file)
      writer.key("range")
      writer.value(location.range)
      writer.endObject()
    }
    writer.endArray()
    writer.key("errors")
    writer.beginArray()
    for error in errors {
      writer.beginObject()
      writer.member("file", error.file)
      writer.member("message", error.message)
      writer.endObject()
    }
    writer.endArray()
    writer.key("summary")
    writer.beginObject()
    writer.member("expectations", run.expectations.count)
    writer.member("met", run.expectations.count { $0.isMet ?? false })
    writer.member("missed", run.expectations.count { $0.isMet == false })
    writer.member("apis", run.apis.count)
    writer.member("reached", run.apis.count - run.unreached.count)
    writer.endObject()
    writer.endObject()
    return writer.text + "\n"
  }

  private func write(_ expectation: Expectation, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("method", expectation.method)
    writer.member("url", expectation.url)
    writer.member("api", orNull: expectation.api)
    writer.member("outcome", expectation.outcomeWord)
    writer.member("message", expectation.message?[language] ?? "")
    writer.member("help", expectation.help?[language] ?? "")
    writer.key("fault")
    if case .missed(let trace) = expectation.verdict { writer.value(trace.fault) } else { writer.null() }
    let location = expectation.location
    writer.member("file", location.file)
    writer.key("range")
    writer.value(location.range)
    writer.endObject()
  }
}

/// The expectations of a project in JUnit's XML form: a suite for every file, a test case for every expectation.
struct ExpectationJUnit {
  private let run: ExpectationRun
  private let errors: [RunError]
  private let language: Language

  init(_ run: ExpectationRun, _ errors: [RunError], language: Language) {
    self.run = run
    self.errors = errors
    self.language = language
  }

  var text: String {
    let failures = run.expectations.count { $0.isMet == false }
    let skipped = run.expectations.count { $0.isMet == nil }
    let count = run.expectations.count + errors.count
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"gwlint test\" tests=\"\(count)\" failures=\"\(failures)\" errors=\"\(errors.count)\">\n"
    if !errors.isEmpty {
      text += "  <testsuite name=\"gwlint\" tests=\"\(errors.count)\" failures=\"0\" errors=\"\(errors.count)\">\n"
      for error in errors {
        text += "    <testcase name=\(XMLText.attribute(error.file)) classname=\"gwlint\">\n"
        text += "      <error message=\(XMLText.attribute(error.message))/>\n    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    if !run.expectations.isEmpty {
      text += "  <testsuite name=\"ExpectedUrls\" tests=\"\(run.expectations.count)\" failures=\"\(failures)\" "
      text += "errors=\"0\" skipped=\"\(skipped)\">\n"
      for expectation in run.expectations { text += testCase(of: expectation) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private func testCase(of expectation: Expectation) -> String {
    let name = XMLText.attribute("\(expectation.method) \(expectation.url)")
    let location = expectation.location
    var text = "    <testcase name=\(name) classname=\(XMLText.attribute(location.file))"
    guard let message = expectation.message?[language] else { return text + "/>\n" }
    text += ">\n"
    if expectation.isMet == nil {
      text += "      <skipped message=\(XMLText.attribute(message))/>\n"
    } else {
      let start = location.range.start
      let body = "\(location.file):\(start.line):\(start.column): \(message) \(expectation.help?[language] ?? "")"
      text += "      <failure message=\(XMLText.attribute(message))>\(XMLText.content(body))</failure>\n"
    }
    return text + "    </testcase>\n"
  }
}

/// A first list of expectations as the section of a manifest.
struct ExpectationList {
  private let draft: ExpectationDraft

  init(_ draft: ExpectationDraft) {
    self.draft = draft
  }

  var yaml: String {
    var text = draft.entries.isEmpty ? "ExpectedUrls: []\n" : "ExpectedUrls:\n"
    for entry in draft.entries {
      text += "  - {Method: \(entry.method), Url: \(quoted(entry.url)), Api: \(quoted(entry.api.displayName))}\n"
    }
    for api in draft.unreached {
      text += "  # no request was found that reaches \(oneLine(api.displayName)) alone\n"
    }
    return text
  }

  private func quoted(_ text: String) -> String {
    text.unicodeScalars.contains { $0.value < 0x20 || $0 == "'" } ? doubleQuoted(text) : "'" + text + "'"
  }

  private func doubleQuoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.value(text)
    return writer.text
  }

  private func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
