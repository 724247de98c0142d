import Engine
import Linting

/// The answer to `--list-files`: what would be linted, as what, and why the rest is not.
struct FileList {
  private let fates: [FileFate]
  private let language: Language

  init(_ fates: [FileFate], language: Language) {
    self.fates = fates
    self.language = language
  }

  func write(to stream: StandardStream) {
    let width = min(fates.map(\.display.count).max() ?? 0, 60)
    var text = ""
    for fate in fates {
      let padding = String(repeating: " ", count: max(1, width - fate.display.count + 2))
      text += fate.display + padding + word(for: fate)[language] + "\n"
    }
    stream.write(text)
  }

  private func word(for fate: FileFate) -> Text {
    if let dialect = fate.dialect { return Text(en: dialect, zh: dialect) }
    switch fate.skipped {
    case .notGateway: return Text(en: "skipped: no gateway definition", zh: "跳过：不是网关定义")
    case .plainOpenAPI:
      return Text(
        en: "skipped: OpenAPI without x-apigw-* keys (name it to lint it)", zh: "跳过：没有 x-apigw-* 键的 OpenAPI 文档（点名即可检查）")
    case .unparsable: return Text(en: "skipped: does not parse, no gateway definition", zh: "跳过：无法解析，且不是网关定义")
    case .ignored: return Text(en: "skipped: ignored", zh: "跳过：已被忽略")
    case .excluded: return Text(en: "skipped: excluded by the configuration", zh: "跳过：已被配置排除")
    case .otherEnding: return Text(en: "skipped: not .yaml, .yml or .json", zh: "跳过：扩展名不是 .yaml、.yml 或 .json")
    case nil: return Text(en: "not understood", zh: "无法识别")
    }
  }
}
