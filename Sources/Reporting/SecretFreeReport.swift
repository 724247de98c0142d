public import Linting
import SourceText

extension Report {
  /// The report with the secrets struck out of all its words, for any format. A fix that would write a secret is left
  /// out: half of it would be wrong, and `--fix` does not need the report.
  /// - Complexity: O(n) in the length of the texts.
  public func withoutSecrets() -> Report {
    var report = self
    report.diagnostics = diagnostics.map(\.withoutSecrets)
    report.setAside = setAside.map { entry in
      var entry = entry
      entry.diagnostic = entry.diagnostic.withoutSecrets
      entry.reason = entry.reason.withoutSecrets
      return entry
    }
    report.errors = errors.map { error in
      var error = error
      error.message = error.message.withoutSecrets
      return error
    }
    return report
  }
}

extension Diagnostic {
  fileprivate var withoutSecrets: Diagnostic {
    var diagnostic = self
    diagnostic.message = message.withoutSecrets
    diagnostic.help = help.withoutSecrets
    for index in related.indices { diagnostic.related[index].message = related[index].message.withoutSecrets }
    diagnostic.fixes.removeAll { fix in
      fix.title.holdsSecret || fix.edits.contains { $0.text.holdsSecret }
    }
    return diagnostic
  }
}

extension String {
  fileprivate var holdsSecret: Bool { !SecretMask(SourceText(Array(utf8))).spans.isEmpty }

  fileprivate var withoutSecrets: String {
    let source = SourceText(Array(utf8))
    let mask = SecretMask(source)
    guard !mask.spans.isEmpty else { return self }
    var bytes: [UInt8] = []
    var copied = 0
    for span in mask.spans {
      bytes += source.bytes[copied..<Int(span.start)]
      bytes += [UInt8](repeating: UInt8(ascii: "*"), count: min(span.count, 8))
      copied = Int(span.end)
    }
    return String(decoding: bytes + source.bytes[copied...], as: UTF8.self)
  }
}
