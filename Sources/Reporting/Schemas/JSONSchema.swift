public import GatewayModel
public import Linting

/// Writes the shape of a dialect as a JSON Schema, draft 2020-12, in the form that editors make completions and hovers
/// of. A value that a tool fills in later (`${…}`, `{{…}}`) is allowed wherever a scalar is.
public struct JSONSchema: Sendable {
  private let shape: DialectShape
  private let language: Language
  private let title: Text

  /// A schema of a dialect.
  public init(_ shape: DialectShape, title: Text, language: Language) {
    self.shape = shape
    self.title = title
    self.language = language
  }

  /// The schema's text.
  public var text: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.schemaHead(title: title[language])
    line(&writer, 2)
    writer.reference(shape.mappings[0].name)
    line(&writer, 2)
    writer.key("$defs")
    writer.beginObject()
    for mapping in shape.mappings {
      line(&writer, 4)
      writer.key(mapping.name)
      write(mapping, &writer)
    }
    line(&writer, 4)
    writer.key("template")
    writer.beginObject()
    writer.member("type", "string")
    writer.member("pattern", #"\$\{|\{\{"#)
    writer.endObject()
    writer.endObject()
    writer.endObject()
    return writer.text + "\n"
  }

  private func line(_ writer: inout JSONWriter, _ blanks: Int) { writer.breakLine(indentedBy: blanks) }

  // MARK: Mappings

  private func write(_ mapping: MappingShape, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", "object")
    if !mapping.required.isEmpty { writer.list("required", mapping.required) }
    writer.key("properties")
    writer.beginObject()
    for key in mapping.keys {
      line(&writer, 6)
      writer.key(key.key)
      write(key, &writer)
    }
    writer.endObject()
    writeOthers(of: mapping, &writer)
    writeVariants(of: mapping, &writer)
    writer.endObject()
  }

  private func writeOthers(of mapping: MappingShape, _ writer: inout JSONWriter) {
    switch mapping.others {
    case .any: break
    case .none: writer.member("additionalProperties", false)
    case .anyWithout(let prefix):
      writer.key("propertyNames")
      writer.beginObject()
      writer.key("anyOf")
      writer.beginArray()
      writer.beginObject()
      writer.key("not")
      writer.beginObject()
      writer.member("pattern", "^\(prefix)")
      writer.endObject()
      writer.endObject()
      writer.beginObject()
      writer.list("enum", mapping.keys.map(\.key).filter { $0.hasPrefix(prefix) })
      writer.endObject()
      writer.endArray()
      writer.endObject()
    case .mappings(let name, let freePrefix):
      if let freePrefix {
        writer.key("patternProperties")
        writer.beginObject()
        writer.key("^\(freePrefix)")
        writer.value(true)
        writer.endObject()
      }
      writer.key("additionalProperties")
      writer.beginObject()
      writer.reference(name)
      writer.endObject()
    }
  }

  private func writeVariants(of mapping: MappingShape, _ writer: inout JSONWriter) {
    guard !mapping.variants.isEmpty else { return }
    writer.key("allOf")
    writer.beginArray()
    for variant in mapping.variants {
      line(&writer, 6)
      writer.beginObject()
      writer.key("if")
      writer.beginObject()
      writer.key("properties")
      writer.beginObject()
      writer.key(variant.key)
      writer.beginObject()
      writer.member("const", variant.word)
      writer.endObject()
      writer.endObject()
      writer.list("required", [variant.key])
      writer.endObject()
      writer.key("then")
      writer.beginObject()
      writer.key("properties")
      writer.beginObject()
      writer.key(variant.decided.key)
      write(variant.decided, &writer)
      writer.endObject()
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
  }

  // MARK: Values

  private func write(_ key: KeyShape, _ writer: inout JSONWriter) {
    writer.beginObject()
    if let guide = key.field?.guide?[language] { writer.member("description", guide) }
    switch key.value {
    case .plain: if let field = key.field { writePlain(field, key: key.key, &writer) }
    case .mapping(let name): writer.choice([{ $0.reference(name) }, template])
    case .list(let name):
      writer.choice([{ Self.writeList(&$0) { $0.reference(name) } }, template])
    case .listOfTextsOr(let name):
      Self.writeList(&writer) { writer in
        writer.choice([{ $0.member("type", "string") }, { $0.reference(name) }])
      }
    case .mappingOrText(let name):
      writer.choice([{ $0.reference(name) }, { $0.member("type", "string") }])
    case .listOrText(let name):
      writer.choice([
        { Self.writeList(&$0) { $0.reference(name) } },
        { $0.member("type", "string") },
      ])
    case .words(let words): writeWords(words, isClosed: true, &writer)
    }
    writer.endObject()
  }

  /// A value that a tool fills in later.
  private var template: (inout JSONWriter) -> Void { { $0.reference("template") } }

  private func writePlain(_ field: FieldName, key: String, _ writer: inout JSONWriter) {
    let words = field.values(ofKey: key).map(\.word)
    switch field.valueType {
    case .any: break
    case .mapping: writer.choice([{ $0.member("type", "object") }, template])
    case .list:
      writer.choice([
        { writer in
          Self.writeList(&writer) { writer in
            if !words.isEmpty { self.writeWords(words, isClosed: true, &writer) }
          }
        }, template,
      ])
    case .boolean: writeScalar("boolean", &writer)
    case .integer: writeScalar("integer", &writer)
    case .string:
      if words.isEmpty {
        writer.member("type", "string")
      } else {
        writeWords(words, isClosed: field.hasClosedWords, &writer)
      }
    }
  }

  private func writeWords(_ words: [String], isClosed: Bool, _ writer: inout JSONWriter) {
    writer.choice([
      { $0.list("enum", words) },
      { isClosed ? $0.reference("template") : $0.member("type", "string") },
    ])
  }

  private func writeScalar(_ type: String, _ writer: inout JSONWriter) {
    writer.choice([{ $0.member("type", type) }, { $0.member("type", "null") }, template])
  }

  private static func writeList(_ writer: inout JSONWriter, _ item: (inout JSONWriter) -> Void) {
    writer.member("type", "array")
    writer.items(item)
  }
}

extension FieldName {
  /// Whether the field takes no word but those that are known: an alias, a version or a type without a published name
  /// may stand in the others.
  fileprivate var hasClosedWords: Bool {
    switch self {
    case .functionQualifier, .pluginType, .parameterType, .oauthTokenLocation, .responseType, .sourcePosition: false
    default: true
    }
  }
}
