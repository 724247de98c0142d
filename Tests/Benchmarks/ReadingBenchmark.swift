import CYAML
import Dialects
import Engine
import Rules
import YAMLDocument

/// Reading and linting against libyaml's own event loop, on the same bytes.
enum ReadingBenchmark {
  static func run(rounds: Int) {
    report(
      "1,000 files of 4 KB, typical", (0..<1_000).map { SampleDocuments.document(bytes: 4_096, .typical, seed: $0) },
      rounds)
    report(
      "20 files of 100 KB, typical", (0..<20).map { SampleDocuments.document(bytes: 102_400, .typical, seed: $0) },
      rounds)
    report("one file of 10 MB, typical", [SampleDocuments.document(bytes: 10_000_000, .typical)], rounds)
    report("one file of 10 MB, minimal", [SampleDocuments.document(bytes: 10_000_000, .minimal)], rounds)
  }

  private static func report(_ title: String, _ documents: [[UInt8]], _ rounds: Int) {
    let megabytes = Double(documents.reduce(0) { $0 + $1.count }) / 1e6
    let linter = Linter(rules: allRules)
    let inputs = documents.enumerated().map {
      InputText(display: "\($0.offset).yaml", bytes: $0.element, isNamed: true)
    }
    let names = ["libyaml events", "tree with spans", "tree and recognition", "lint, one thread"]
    let results = Measurement.interleaved(
      rounds: rounds,
      [
        { for document in documents { drain(document) } },
        { for document in documents { _ = YAMLDocument.parse(document) } },
        { for document in documents { _ = Dialects.recognise(YAMLDocument.parse(document)) } },
        { for input in inputs { _ = linter.lint([input]) } },
      ])
    print("\(title) (\(fixed(megabytes, 1)) MB)")
    for (name, result) in zip(names, results) {
      let ratio = result.median / results[0].median
      print(
        "  " + name + padded(fixed(result.median * 1_000, 1) + " ms", 34 - name.count)
          + padded(fixed(megabytes / result.median, 0) + " MB/s", 10) + padded("×" + fixed(ratio, 2), 8))
    }
  }

  /// libyaml's parser run to the end, its events thrown away.
  private static func drain(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
      defer {
        parser.deallocate()
        event.deallocate()
      }
      guard yaml_parser_initialize(parser) == 1 else { return }
      defer { yaml_parser_delete(parser) }
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      var isAtEnd = false
      while !isAtEnd, yaml_parser_parse(parser, event) == 1 {
        isAtEnd = event.pointee.type == YAML_STREAM_END_EVENT
        yaml_event_delete(event)
      }
    }
  }
}
