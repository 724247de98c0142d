extension JSONWriter {
  /// Writes the head of a JSON Schema, draft 2020-12, into the object that is open.
  public mutating func schemaHead(title: String) {
    breakLine(indentedBy: 2)
    member("$schema", "https://json-schema.org/draft/2020-12/schema")
    breakLine(indentedBy: 2)
    member("title", title)
  }

  /// Writes a member that names another definition of the same schema.
  public mutating func reference(_ name: String) { member("$ref", "#/$defs/\(name)") }

  /// Writes a member with a list of texts.
  public mutating func list(_ name: String, _ words: [String]) {
    key(name)
    beginArray()
    for word in words { value(word) }
    endArray()
  }

  /// Writes the member that lists alternatives, each of which writes its own members.
  public mutating func choice(_ choices: [(inout JSONWriter) -> Void]) {
    key("anyOf")
    beginArray()
    for choice in choices {
      beginObject()
      choice(&self)
      endObject()
    }
    endArray()
  }

  /// Writes the member that says what the items of a list are.
  public mutating func items(_ item: (inout JSONWriter) -> Void) {
    key("items")
    beginObject()
    item(&self)
    endObject()
  }
}
