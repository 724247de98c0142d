import GatewayModel
import YAMLDocument

/// The keys that one kind of mapping knows, looked up by bytes without making strings.
struct KeyTable<Meaning: Sendable>: Sendable {
  /// The keys in the order of their declaration.
  let keys: [String]
  private let meanings: [Meaning]
  private let slots: [Int16]

  init(_ entries: KeyValuePairs<String, Meaning>) {
    self.init(entries.map { ($0.key, $0.value) })
  }

  init(_ entries: [(String, Meaning)]) {
    keys = entries.map(\.0)
    meanings = entries.map(\.1)
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for (index, key) in keys.enumerated() {
      var slot = Self.hash(key.utf8) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int16(index)
    }
    self.slots = slots
  }

  /// What a key means here; `nil` for a key that is not known.
  subscript(_ bytes: ArraySlice<UInt8>) -> Meaning? {
    var slot = Self.hash(bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if keys[index].utf8.elementsEqual(bytes) { return meanings[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
