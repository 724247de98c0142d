import Linting
import YAMLDocument

extension SyntaxProblem {
  /// What is wrong, for people.
  var message: Text {
    switch kind {
    case .syntax(let sentence):
      Text(
        en: "The file is not valid YAML: \(sentence).",
        zh: "文件不是合法的 YAML：\((fault ?? .other).chinese)（\(sentence)）。")
    case .encoding(let fault): fault.message
    case .limit(let limit, let value): limit.message(value)
    case .undefinedAlias(let name):
      Text(
        en: "The alias `*\(name)` stands for an anchor that is not defined before it.",
        zh: "别名 `*\(name)` 引用的锚点在它之前没有定义。")
    }
  }

  /// What to do about it.
  var help: Text {
    if let hint { return hint.help }
    switch kind {
    case .encoding: return Text(en: "Save the file as UTF-8.", zh: "请将文件另存为 UTF-8 编码。")
    case .limit: return Text(en: "Split the file.", zh: "请拆分该文件。")
    case .undefinedAlias(let name):
      return Text(
        en: "Define `&\(name)` earlier in the same document, or quote the value if it is meant as text.",
        zh: "请在同一文档中先定义 `&\(name)`；如果它本是文本，请加引号。")
    case .syntax:
      return Text(
        en: "Nothing else in this file is checked until it parses.", zh: "在文件能够解析之前，不会检查其余内容。")
    }
  }
}

extension EncodingFault {
  fileprivate var message: Text {
    switch self {
    case .utf16: Text(en: "The file is UTF-16, not UTF-8.", zh: "文件是 UTF-16 编码，不是 UTF-8。")
    case .utf32: Text(en: "The file is UTF-32, not UTF-8.", zh: "文件是 UTF-32 编码，不是 UTF-8。")
    case .invalidUTF8: Text(en: "These bytes are not UTF-8.", zh: "此处的字节不是合法的 UTF-8。")
    case .forbiddenCharacter(let scalar):
      Text(
        en: "The character U+\(Self.hexadecimal(scalar)) may not stand in YAML.",
        zh: "YAML 中不允许出现字符 U+\(Self.hexadecimal(scalar))。")
    }
  }

  private static func hexadecimal(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension LimitKind {
  fileprivate func message(_ value: Int) -> Text {
    switch self {
    case .bytes: Text(en: "The file is larger than the limit of \(value) bytes.", zh: "文件超过 \(value) 字节的上限。")
    case .depth: Text(en: "Collections are nested deeper than the limit of \(value).", zh: "嵌套深度超过上限 \(value) 层。")
    case .nodes: Text(en: "The file has more than the limit of \(value) nodes.", zh: "文件的节点数超过上限 \(value)。")
    case .documents:
      Text(en: "The file has more than the limit of \(value) documents.", zh: "文件中的文档数超过上限 \(value)。")
    case .directives:
      Text(en: "The file has more than the limit of \(value) `%` lines.", zh: "文件中的 `%` 指令行超过上限 \(value)。")
    case .anchors: Text(en: "The file has more than the limit of \(value) anchors.", zh: "文件中的锚点数超过上限 \(value)。")
    }
  }
}

extension SyntaxFault {
  fileprivate var chinese: String {
    switch self {
    case .unexpectedCharacter: "此处出现了不能作为开头的字符"
    case .tabIndentation: "缩进中使用了制表符"
    case .unclosedQuote: "引号没有闭合"
    case .unclosedFlow: "`[` 或 `{` 没有闭合，或缺少逗号"
    case .badStructure: "缩进与上文的结构不一致"
    case .missingColon: "键后缺少 `:`"
    case .misplacedMapping: "此处不能开始一个映射"
    case .badEscape: "反斜杠转义无效"
    case .badDirective: "`%` 指令行有误"
    case .badAnchor: "锚点 `&` 或别名 `*` 有误"
    case .badTag: "标签 `!` 有误"
    case .badBlockScalarHeader: "`|` 或 `>` 的头部有误"
    case .badDocumentStart: "文档的开头或结尾处有多余内容"
    case .other: "无法解析"
    }
  }
}

extension SyntaxHint {
  fileprivate var help: Text {
    switch self {
    case .unquotedAt: Text(en: "Quote the value: plain text cannot begin with `@`.", zh: "请给值加引号：普通文本不能以 `@` 开头。")
    case .unquotedBacktick:
      Text(en: "Quote the value: plain text cannot begin with a backtick.", zh: "请给值加引号：普通文本不能以反引号开头。")
    case .unquotedAsterisk:
      Text(en: "Quote the value: `*` at its beginning means an alias.", zh: "请给值加引号：开头的 `*` 表示别名。")
    case .unquotedAmpersand:
      Text(en: "Quote the value: `&` at its beginning means an anchor.", zh: "请给值加引号：开头的 `&` 表示锚点。")
    case .unquotedPercent:
      Text(en: "Quote the value: plain text cannot begin with `%`.", zh: "请给值加引号：普通文本不能以 `%` 开头。")
    case .unquotedExclamation:
      Text(en: "Quote the value: `!` at its beginning means a tag.", zh: "请给值加引号：开头的 `!` 表示标签。")
    case .unquotedTemplate:
      Text(
        en: "Quote the template expression, or fill the template in before linting.",
        zh: "请给模板表达式加引号，或在检查之前先渲染模板。")
    case .missingBlankAfterColon: Text(en: "Write a blank behind the colon: `key: value`.", zh: "冒号后要有空格：`key: value`。")
    case .unquotedColon:
      Text(en: "Quote the value: it holds a colon followed by a blank.", zh: "请给值加引号：其中含有冒号加空格。")
    case .indentedUnderScalar:
      Text(
        en: "The key above has a value already: remove that value, or indent these lines less.",
        zh: "上面的键已经有值：请去掉那个值，或减少这些行的缩进。")
    case .tabIndentation: Text(en: "Indent with blanks: YAML allows no tab there.", zh: "请用空格缩进：YAML 不允许在此使用制表符。")
    case .unclosedQuote: Text(en: "Close the quote.", zh: "请补上引号。")
    case .textAfterQuote:
      Text(
        en: "Put the whole value in quotes, or remove the text behind the closing quote.", zh: "请把整个值放进引号，或删除结束引号后的内容。")
    case .backslashInDoubleQuotes:
      Text(en: "Use single quotes, in which a backslash stands for itself.", zh: "请改用单引号，其中的反斜杠不转义。")
    case .mergeConflict: Text(en: "Resolve the merge conflict first.", zh: "请先解决合并冲突。")
    }
  }
}
