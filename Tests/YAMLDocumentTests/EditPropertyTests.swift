import Foundation
import SourceText
import Testing
import YAMLDocument
import TestSupport

/// Random edits of random documents: exactly the value that was meant changes, every comment survives, and the edits
/// are few bytes.
@Suite struct EditPropertyTests {
  /// One random edit of one document.
  struct Attempt {
    let before: YAMLDocument
    let name: String
    let edits: [ByteEdit]
    let expected: ValueModel
    /// The entry whose own comments go with it.
    let removed: NodeID?
  }

  @Test(arguments: Array(0..<16)) func editsOfGeneratedDocuments(_ batch: Int) throws {
    var tally: [String: (made: Int, refused: Int)] = [:]
    for seed in batch * 250..<(batch + 1) * 250 {
      let isJSON = seed % 5 == 0
      let generated = DocumentGenerator(seed: UInt64(seed), isJSON: isJSON)
      check(YAMLDocument.parse(generated.bytes), seed: seed, isJSON: isJSON, &tally)
    }
    for (name, count) in tally {
      #expect(count.made > 0, "\(name) is always refused")
    }
    let made = tally.values.reduce(0) { $0 + $1.made }
    let refused = tally.values.reduce(0) { $0 + $1.refused }
    #expect(refused < made, "\(tally)")
  }

  @Test(.enabled(if: Corpus.isPresent)) func editsOfRealFiles() {
    var tally: [String: (made: Int, refused: Int)] = [:]
    let files = Corpus.files { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || $0.hasSuffix(".json") }
    for (index, file) in files.enumerated() where file.bytes.count < 40_000 {
      let yaml = YAMLDocument.parse(file.bytes)
      guard yaml.problem == nil, yaml.nodeCount > 1 else { continue }
      for round in 0..<3 { check(yaml, seed: index * 3 + round, isJSON: file.name.hasSuffix(".json"), &tally) }
    }
    #expect(tally.values.reduce(0) { $0 + $1.made } > 0)
  }

  private func check(
    _ before: YAMLDocument, seed: Int, isJSON: Bool, _ tally: inout [String: (made: Int, refused: Int)]
  ) {
    guard before.problem == nil else { return }
    var random = SeededGenerator(UInt64(seed) &* 7919 &+ 17)
    var edit = RandomEdit(before, &random)
    guard let name = edit.choose() else { return }
    let attempt: Attempt
    do {
      attempt = try edit.attempt(name)
      tally[name, default: (0, 0)].made += 1
    } catch {
      tally[name, default: (0, 0)].refused += 1
      return
    }
    let bytes = apply(attempt.edits, to: before.source.bytes)
    let after = YAMLDocument.parse(bytes)
    let context = Comment(
      rawValue: """
        seed \(seed): \(attempt.name)
        =====
        \(String(decoding: before.source.bytes, as: UTF8.self))
        =====
        \(String(decoding: bytes, as: UTF8.self))
        """)
    #expect(after.problem == nil, context)
    guard after.problem == nil else { return }
    let hasOnlyTheChange = ValueModel(after).roots == attempt.expected.roots
    #expect(hasOnlyTheChange, context)
    checkComments(attempt, after, context)
    if isJSON {
      let isStillJSON =
        (try? JSONSerialization.jsonObject(with: Data(bytes.drop { $0 >= 0x80 }), options: .fragmentsAllowed)) != nil
      #expect(isStillJSON, context)
    }
  }

  private func apply(_ edits: [ByteEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.span.start, $0.element.span.end, $0.offset) < ($1.element.span.start, $1.element.span.end, $1.offset)
    }
    for (_, edit) in ordered {
      guard Int(edit.span.start) >= place else {
        Issue.record("edits overlap")
        break
      }
      result += bytes[place..<Int(edit.span.start)]
      result += Array(edit.text.utf8)
      place = Int(edit.span.end)
    }
    return result + bytes[place...]
  }

  private func checkComments(_ attempt: Attempt, _ after: YAMLDocument, _ context: Comment) {
    let before = attempt.before
    var surplus: [String: Int] = [:]
    for comment in after.comments { surplus[after.source.string(comment), default: 0] += 1 }
    for comment in before.comments { surplus[before.source.string(comment), default: 0] -= 1 }
    for comment in before.comments where attempt.removed.map({ isOwn(comment, of: $0, in: before) }) ?? false {
      let text = before.source.string(comment)
      if let count = surplus[text], count < 0 { surplus[text] = count + 1 }
    }
    for (text, count) in surplus where count != 0 {
      Issue.record("the comment \(text) \(count < 0 ? "is lost" : "has come")\n\(context)")
    }
  }

  /// Whether a comment stands between the entries around one.
  private func isOwn(_ comment: ByteSpan, of node: NodeID, in yaml: YAMLDocument) -> Bool {
    guard let parent = yaml.parent(of: node) else { return false }
    let children = Array(yaml.children(of: parent))
    guard let index = children.firstIndex(of: node) else { return false }
    let first = yaml.kind(parent) == .mapping ? index - 1 : index
    let lower = first > 0 ? yaml.span(children[first - 1]).end : 0
    let upper = index + 1 < children.count ? yaml.span(children[index + 1]).start : UInt32(yaml.source.bytes.count)
    return lower <= comment.start && comment.start <= upper
  }
}

/// Chooses what to edit in a document, and says what must come of it.
struct RandomEdit {
  private let yaml: YAMLDocument
  private let editor: YAMLEditor
  private var random: SeededGenerator

  init(_ yaml: YAMLDocument, _ random: inout SeededGenerator) {
    self.yaml = yaml
    editor = YAMLEditor(yaml)
    self.random = random
  }

  mutating func choose() -> String? {
    random.pick([
      "replace", "insert entry", "insert item", "remove", "rename", "wrap", "unwrap", "write as text", "move",
    ])
  }

  private func nodes(where isWanted: (NodeID) -> Bool) -> [NodeID] {
    (0..<yaml.nodeCount).map { NodeID(rawValue: UInt32($0)) }.filter(isWanted)
  }

  private mutating func pick(where isWanted: (NodeID) -> Bool) throws -> NodeID {
    let found = nodes(where: isWanted)
    guard !found.isEmpty else { throw EditRefusal.unsuitable }
    return random.pick(found)
  }

  private mutating func newValue(depth: Int = 0) -> NewValue {
    switch Int.random(in: 0..<(depth < 2 ? 12 : 9), using: &random) {
    case 0: .integer(Int64.random(in: -5...5000, using: &random))
    case 1: .boolean(random.oneIn(2))
    case 2:
      .string(random.pick(["true", "null", "12", "0x1f", "", " lead", "trail ", "a: b", "a #b", "- x", "? y", "*a"]))
    case 3:
      .string(random.pick(["網关 é 😀", "tab\there", "quote ' and \"", "back\\slash", "{\"a\":[1]}", "[x", "on", "~"]))
    case 4: .string(random.pick(["two\nlines", "ends\n", "\n", "a\r\nb", "\u{85}\u{2028}", "nul\0", "\u{FEFF}x"]))
    case 5...8: .string(random.pick(["plain", "with space", "http://a/b?c=d", "a,b", "2024-01-02", "it's", "x-y_z"]))
    case 9: .list((0..<Int.random(in: 0...3, using: &random)).map { _ in newValue(depth: depth + 1) })
    default:
      .map(
        (0..<Int.random(in: 0...3, using: &random)).map { NewEntry("n\($0)", newValue(depth: depth + 1)) })
    }
  }

  mutating func attempt(_ name: String) throws -> EditPropertyTests.Attempt {
    let yaml = yaml
    let model = ValueModel(yaml)
    var removed: NodeID?
    let edits: [ByteEdit]
    switch name {
    case "replace":
      let node = try pick { !yaml.isKey($0) && yaml.kind($0) == .scalar }
      let value = newValue()
      edits = try editor.replace(node, with: value)
      model.change(node) { $0 = ValueModel.value(value) }
    case "insert entry":
      let mapping = try pick { yaml.kind($0) == .mapping }
      let entries = [NewEntry("new one", newValue()), NewEntry("new:2", newValue())].prefix(random.oneIn(2) ? 1 : 2)
      let keys = yaml.pairs(of: mapping).map(\.key)
      let index = Int.random(in: 0...keys.count, using: &random)
      let point = point(index, keys)
      edits = try editor.insert(Array(entries), into: mapping, at: point)
      let isFlexible = point == .last
      model.changePairs(of: mapping) { pairs in
        let place = isFlexible ? placeOfLast(edits, keys) : index
        pairs.insert(contentsOf: entries.map { ValueModel.pair($0) }, at: place)
      }
    case "insert item":
      let sequence = try pick { yaml.kind($0) == .sequence }
      let items = [newValue(), newValue()].prefix(random.oneIn(2) ? 1 : 2)
      let old = Array(yaml.children(of: sequence))
      let index = Int.random(in: 0...old.count, using: &random)
      let point = point(index, old)
      edits = try editor.insert(items: Array(items), into: sequence, at: point)
      model.changeItems(of: sequence) { list in
        let place = point == .last ? placeOfLast(edits, old) : index
        list.insert(contentsOf: items.map { ValueModel.Item(node: nil, value: ValueModel.value($0)) }, at: place)
      }
    case "remove":
      let node = try pick { !yaml.isKey($0) && yaml.parent(of: $0) != nil }
      edits = try editor.remove(node)
      removed = node
      remove(node, from: model)
    case "rename":
      let key = try pick { yaml.isKey($0) && yaml.kind($0) == .scalar }
      let text = random.pick(["renamed", "a: b", "true", "it's", "网 关", "x,y"])
      edits = try editor.rename(key, to: text)
      model.changePairs(of: yaml.parent(of: key)!) { pairs in
        for index in pairs.indices where pairs[index].keyNode == key {
          pairs[index].key = .scalar(text, type: "string")
        }
      }
    case "wrap":
      let node = try pick { !yaml.isKey($0) }
      edits = try editor.wrapInList(node)
      model.change(node) { $0 = .list([ValueModel.Item(node: nil, value: $0)]) }
    case "unwrap":
      let node = try pick { yaml.kind($0) == .sequence && Array(yaml.children(of: $0)).count == 1 }
      edits = try editor.unwrapList(node)
      model.change(node) { value in if case .list(let items) = value { value = items[0].value } }
    case "write as text":
      let node = try pick { !yaml.isKey($0) && yaml.kind($0) != .alias }
      edits = try editor.writeAsText(node)
      let text =
        yaml.kind(node) == .scalar ? yaml.string(node) : JSONText.text(of: node, in: yaml, schema: .core) ?? "none"
      model.change(node) { $0 = .scalar(text, type: "string") }
    default:
      let key = try pick { yaml.isKey($0) && yaml.kind($0) == .scalar }
      let mapping = try pick { yaml.kind($0) == .mapping && $0 != yaml.parent(of: key) }
      edits = try editor.move(entryOf: key, into: mapping, as: "moved")
      let value = editor.value(ofKey: key)!
      let moved = ValueModel.value(of: value, yaml)
      let keys = yaml.pairs(of: mapping).map(\.key).filter { $0 != key }
      let insertions = edits.filter { $0.text.contains("moved") }
      remove(value, from: model)
      model.changePairs(of: mapping) { pairs in
        let isEmptied = pairs.isEmpty
        pairs.insert(
          ValueModel.Pair(key: .scalar("moved", type: "string"), value: moved),
          at: isEmptied ? 0 : placeOfLast(insertions, keys))
      }
    }
    return EditPropertyTests.Attempt(before: yaml, name: name, edits: edits, expected: model, removed: removed)
  }

  private func point(_ index: Int, _ children: [NodeID]) -> InsertionPoint {
    if index == 0 { return .first }
    if index == children.count { return .last }
    return index % 2 == 0 ? .before(children[index]) : .after(children[index - 1])
  }

  /// A text that reaches the end of the file unended makes the last place the one before it.
  private func placeOfLast(_ edits: [ByteEdit], _ children: [NodeID]) -> Int {
    guard let last = children.last, let edit = edits.first else { return children.count }
    return edit.span.start <= yaml.span(last).start && edit.span.isEmpty ? children.count - 1 : children.count
  }

  private func remove(_ node: NodeID, from model: ValueModel) {
    let parent = yaml.parent(of: node)!
    if yaml.kind(parent) == .mapping {
      model.changePairs(of: parent) { $0.removeAll { $0.node == node } }
    } else {
      model.changeItems(of: parent) { $0.removeAll { $0.node == node } }
    }
  }
}
