import SourceText
import YAMLDocument

/// The values of a document apart from how they are written, and the changes that edits are meant to make of them.
final class ValueModel {
  indirect enum Value: Equatable {
    case scalar(String, type: String)
    case alias(String)
    case list([Item])
    case map([Pair])
  }

  struct Item: Equatable {
    var node: NodeID?
    var value: Value

    static func == (left: Item, right: Item) -> Bool { left.value == right.value }
  }

  struct Pair: Equatable {
    var key: Value
    var keyNode: NodeID?
    var node: NodeID?
    var value: Value

    static func == (left: Pair, right: Pair) -> Bool { left.key == right.key && left.value == right.value }
  }

  private(set) var roots: [Item]

  init(_ yaml: YAMLDocument) {
    roots = yaml.roots.map { Item(node: $0, value: Self.value(of: $0, yaml)) }
  }

  static func value(of node: NodeID, _ yaml: YAMLDocument) -> Value {
    switch yaml.kind(node) {
    case .alias: return .alias(yaml.source.string(yaml.span(node)))
    case .mapping:
      return .map(
        yaml.pairs(of: node).map {
          Pair(key: value(of: $0.key, yaml), keyNode: $0.key, node: $0.value, value: value(of: $0.value, yaml))
        })
    case .sequence: return .list(yaml.children(of: node).map { Item(node: $0, value: value(of: $0, yaml)) })
    case .scalar:
      let type = "\(yaml.resolve(node, schema: .core))".prefix { $0 != "(" }
      return .scalar(type == "null" ? "" : yaml.string(node), type: String(type))
    }
  }

  static func value(_ new: NewValue) -> Value {
    switch new {
    case .string(let text): .scalar(text, type: "string")
    case .integer(let number): .scalar("\(number)", type: "integer")
    case .boolean(let flag): .scalar("\(flag)", type: "bool")
    case .list(let items): .list(items.map { Item(node: nil, value: value($0)) })
    case .map(let entries): .map(entries.map { pair($0) })
    }
  }

  static func pair(_ entry: NewEntry) -> Pair {
    Pair(key: .scalar(entry.key, type: "string"), keyNode: nil, node: nil, value: value(entry.value))
  }

  /// Changes the value of a node.
  func change(_ node: NodeID, _ body: (inout Value) -> Void) {
    roots = roots.map { item in
      var item = item
      if item.node == node { body(&item.value) } else { change(node, in: &item.value, body) }
      return item
    }
  }

  private func change(_ node: NodeID, in value: inout Value, _ body: (inout Value) -> Void) {
    switch value {
    case .list(var items):
      for index in items.indices {
        if items[index].node == node { body(&items[index].value) } else { change(node, in: &items[index].value, body) }
      }
      value = .list(items)
    case .map(var pairs):
      for index in pairs.indices {
        if pairs[index].node == node { body(&pairs[index].value) } else { change(node, in: &pairs[index].value, body) }
      }
      value = .map(pairs)
    case .scalar, .alias: break
    }
  }

  /// Changes the pairs of a mapping.
  func changePairs(of mapping: NodeID, _ body: (inout [Pair]) -> Void) {
    change(mapping) { value in
      guard case .map(var pairs) = value else { return }
      body(&pairs)
      value = .map(pairs)
    }
  }

  /// Changes the items of a list.
  func changeItems(of sequence: NodeID, _ body: (inout [Item]) -> Void) {
    change(sequence) { value in
      guard case .list(var items) = value else { return }
      body(&items)
      value = .list(items)
    }
  }
}
