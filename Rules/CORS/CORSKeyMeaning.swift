import GatewayModel
import Linting

/// Finds the field that a misspelled key of a Cors plugin was meant for.
enum CORSKeyMeaning {
  /// The field, where one is near enough: equal but for case, `_` and `-`, or a few letters away.
  static func meant(by key: String, among spellings: [(FieldName, String)]) -> FieldName? {
    let plain = plain(key)
    if let same = spellings.first(where: { Self.plain($0.1) == plain }) { return same.0 }
    guard let nearest = NearestWord.nearest(to: key.lowercased(), among: spellings.map(\.1), limit: 2) else {
      return nil
    }
    return spellings.first { $0.1 == nearest }?.0
  }

  private static func plain(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" && $0 != "-" }
  }
}
