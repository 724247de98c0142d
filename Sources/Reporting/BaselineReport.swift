public import Linting

/// The form of a baseline file, version 1: one entry a line, sorted, without what is empty.
public enum BaselineReport {
  /// The bytes of a baseline file.
  /// - Parameter name: how the file names a file of the findings.
  public static func bytes(_ entries: [BaselineEntry], naming name: (String) -> String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.breakLine(indentedBy: 1)
    writer.key("findings")
    writer.beginArray()
    for entry in entries.sorted(by: { $0.precedes($1) }) {
      writer.breakLine(indentedBy: 2)
      writer.beginObject()
      let identity = entry.identity
      for (key, value) in [
        ("rule", identity.rule), ("service", identity.service), ("method", identity.method), ("path", identity.path),
        ("part", identity.part), ("field", identity.field), ("file", name(entry.file)),
      ] where !value.isEmpty {
        writer.member(key, value)
      }
      if entry.count > 1 { writer.member("count", entry.count) }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
