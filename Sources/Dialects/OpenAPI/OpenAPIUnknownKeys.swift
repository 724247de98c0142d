import GatewayModel
import YAMLDocument

/// A key that the operation would read, written where nothing reads it.
struct MisplacedKey {
  let entry: Entry
  let field: FieldName
}

/// Keys that the dialect does not read where they stand.
extension OpenAPIReader {
  /// The entry as a misplaced key; `nil` where its key is none that an operation reads.
  func misplacedKey(_ entry: Entry) -> MisplacedKey? {
    let bytes = yaml.scalar(entry.key)
    guard bytes.starts(with: Self.prefix), let known = Self.extensionTable[bytes] else { return nil }
    return MisplacedKey(entry: entry, field: known.field)
  }

  /// Notes keys that stand above the operations.
  /// - Parameter apis: the operations below that place. Where there is one alone, the key is taken to be meant for it.
  func noteMisplaced(_ keys: [MisplacedKey], affecting apis: ArraySlice<UInt32>) {
    for key in keys {
      builder.note(
        .misplacedKey, key: key.entry.key, value: key.entry.value, use: key.entry.use, expected: key.field,
        part: apis.count == 1 ? apis.first : nil)
    }
  }

  /// Notes a key that begins with `x-apigw-` and is known nowhere.
  func noteUnknownExtension(_ entry: Entry) {
    guard yaml.scalar(entry.key).starts(with: Self.prefix) else { return }
    builder.noteUnknownKey(entry, use: entry.use, level: .operation)
  }
}
