/// Paths as text: made absolute, cleaned and shortened without asking the file system.
public enum PathName {
  /// The absolute form of `path`, seen from `folder`, without `.`, `..` and double slashes.
  public static func absolute(_ path: String, from folder: String) -> String {
    let whole = path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// `path` as outputs name it: relative to `folder` where it lies below it, else absolute.
  static func display(_ path: String, from folder: String) -> String {
    let prefix = folder == "/" ? "/" : folder + "/"
    return path.utf8.starts(with: prefix.utf8) && path.utf8.count > prefix.utf8.count
      ? String(path.dropFirst(prefix.count)) : path
  }

  /// The way from `folder` to `path`, both absolute and clean, with `..` where it leads upwards.
  static func relative(_ path: String, to folder: String) -> String {
    let own = path.split(separator: "/")
    let other = folder.split(separator: "/")
    let shared = zip(own, other).prefix { $0 == $1 }.count
    let steps = [Substring](repeating: "..", count: other.count - shared) + own[shared...]
    return steps.joined(separator: "/")
  }

  /// The folder that holds `path`; `/` holds itself.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The last part of `path`.
  static func name(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[path.utf8.index(after: slash)...]
  }

  /// Whether a file of this name may hold a gateway definition, by its ending.
  static func hasLintedEnding(_ name: some StringProtocol) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
  }
}
