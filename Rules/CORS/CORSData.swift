import GatewayModel
import YAMLDocument

/// What the Cors plugin's data may hold.
///
/// Source: the vendor's page of the plugin, CN-58253 [official].
enum CORSData {
  /// Its fields with their keys.
  static let fields: [FieldName] = [
    .allowOrigin, .allowMethods, .allowHeaders, .exposeHeaders, .allowCredentials, .maxAge,
  ]
  /// The fields whose values are lists.
  static let lists: [FieldName] = [.allowOrigin, .allowMethods, .allowHeaders, .exposeHeaders]
  /// The methods that may be allowed.
  static let methods = ["GET", "PUT", "POST", "DELETE", "HEAD"]

  /// The page.
  static let page = "https://cloud.tencent.com/document/product/628/58253"
}

/// A key of a Cors plugin's data that the gateway does not know.
struct UnknownCORSKey {
  /// Where the key is written.
  let key: Origin
  /// The key.
  let text: String
  /// The field that was probably meant and is not written.
  let meant: FieldName?
}

extension Part {
  /// Whether it is a Cors plugin whose data can be looked at.
  var isReadableCORSPlugin: Bool { kind == .plugin && pluginKind == .cors && self[.pluginData].shape == .mapping }

  /// The keys of a Cors plugin's data that are no field of it.
  var unknownCORSKeys: [UnknownCORSKey] {
    let data = self[.pluginData]
    guard data.shape == .mapping, let origin = data.origin else { return [] }
    let yaml = project.document(origin.document).yaml
    let spellings = CORSData.fields.map { ($0, facts.spelling[$0] ?? "") }
    return yaml.entries(of: origin.node).compactMap { entry in
      let text = yaml.string(entry.key)
      guard !spellings.contains(where: { $0.1 == text }) else { return nil }
      let meant = CORSKeyMeaning.meant(by: text, among: spellings)
      return UnknownCORSKey(
        key: Origin(document: origin.document, node: entry.key, use: entry.use ?? origin.use), text: text,
        meant: meant.flatMap { self[$0].isAbsent ? $0 : nil })
    }
  }
}

extension Note {
  /// Whether the key stands in a Cors plugin's data, where `cors-plugin-invalid` speaks of keys that are not known.
  var isAboutCORSData: Bool { record.within == .pluginData && part.pluginKind == .cors }
}
