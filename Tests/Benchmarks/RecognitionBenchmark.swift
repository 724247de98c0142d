import Dialects
import YAMLDocument

/// Telling gateway definitions from other files, against reading them.
enum RecognitionBenchmark {
  static func run(rounds: Int) {
    let documents = MixedDocuments.documents(count: 1_000)
    let trees = documents.map { YAMLDocument.parse($0) }
    let results = Measurement.interleaved(
      rounds: rounds,
      [
        { for document in documents { _ = YAMLDocument.parse(document) } },
        { for tree in trees { _ = Dialects.recognise(tree) } },
      ])
    let known = trees.count { if case .gateway = Dialects.recognise($0) { true } else { false } }
    let megabytes = Double(documents.reduce(0) { $0 + $1.count }) / 1e6
    print("1,000 mixed files, \(known) of them gateway definitions (\(fixed(megabytes, 1)) MB)")
    for (name, result) in zip(["parsing", "recognition"], results) {
      print(
        "  " + name + padded(fixed(result.median * 1_000, 2) + " ms", 24 - name.count)
          + padded(fixed(result.median / results[0].median * 100, 1) + " %", 10))
    }
  }
}
