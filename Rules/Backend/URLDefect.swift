import GatewayModel
import Linting

/// What can be wrong with the form of a back end's URL.
enum URLDefect: Equatable {
  case whitespace
  case scheme(String)
  case schemeNeedsPlugin(String)
  case halfDelimiter(String)
  case noHost
  case noBrackets
  case port(String)
  case noScheme
  case userinfo
  case portOfOtherScheme(String, UInt16)
  case path(String)
  case query
  case fragment
  case trailingSlash

  var severity: Severity {
    switch self {
    case .whitespace, .scheme, .halfDelimiter, .noHost, .noBrackets, .port: .error
    case .schemeNeedsPlugin, .noScheme, .userinfo, .portOfOtherScheme, .path, .query, .fragment: .warning
    case .trailingSlash: .hint
    }
  }

  /// All defects of a URL, in the order of its components.
  static func all(in url: ParsedURL, of part: Part) -> [URLDefect] {
    guard !holdsInvisible(url) else { return [.whitespace] }
    var defects: [URLDefect] = []
    let scheme = url.schemeName
    if let scheme {
      if !url.isSchemeDelimited { return [.halfDelimiter(scheme)] }
      if let defect = defect(ofScheme: scheme, part) { defects.append(defect) }
    } else {
      defects.append(.noScheme)
    }
    if url.userinfo != nil { defects.append(.userinfo) }
    if url.host.isEmpty { defects.append(.noHost) }
    if url.lacksBrackets { defects.append(.noBrackets) }
    if let port = url.port {
      if let number = url.portNumber {
        if let scheme, scheme == "https" && number == 80 || scheme == "http" && number == 443 {
          defects.append(.portOfOtherScheme(scheme, number))
        }
      } else {
        defects.append(.port(url.text(port)))
      }
    }
    if !url.path.isEmpty {
      let path = url.text(url.path)
      if path != "/" {
        defects.append(.path(path))
      } else if url.query == nil, url.fragment == nil {
        defects.append(.trailingSlash)
      }
    }
    if url.query != nil { defects.append(.query) }
    if url.fragment != nil { defects.append(.fragment) }
    return defects
  }

  /// The schemes that a kind of back end is called with.
  static func schemes(of type: ServiceType?) -> [String] {
    switch type {
    case .webSocket: ["ws", "wss"]
    case .grpc: ["grpc", "grpcs"]
    default: ["http", "https"]
    }
  }

  private static func defect(ofScheme scheme: String, _ part: Part) -> URLDefect? {
    if schemes(of: part.serviceType).contains(scheme) { return nil }
    guard part.serviceType == .http, scheme == "grpc" || scheme == "grpcs" else { return .scheme(scheme) }
    return part.knowsItsPlugins ? nil : .schemeNeedsPlugin(scheme)
  }

  private static func holdsInvisible(_ url: ParsedURL) -> Bool {
    // Visible ASCII needs no look at Unicode's tables.
    guard !url.bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
    return url.text(0..<url.bytes.count).unicodeScalars.contains(where: isInvisible)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x200B
      || scalar.value == 0xFEFF
  }

  /// The defect as the end of a sentence about the URL.
  func phrase(for type: ServiceType?) -> Text {
    let schemes = Self.schemes(of: type).map { "`\($0)://`" }
    let wanted = Text(en: schemes.joined(separator: " or "), zh: schemes.joined(separator: " 或 "))
    switch self {
    case .whitespace: return Text(en: "contains white space", zh: "含有空白字符")
    case .scheme(let scheme):
      return Text(
        en: "has the scheme `\(scheme)`, where \(wanted.en) is expected", zh: "的协议是 `\(scheme)`，应为 \(wanted.zh)")
    case .schemeNeedsPlugin(let scheme):
      return Text(
        en: "has the scheme `\(scheme)`, which works only where the gRPC plugin is attached",
        zh: "的协议是 `\(scheme)`，只有绑定了 gRPC 插件才能使用")
    case .halfDelimiter(let scheme):
      return Text(en: "lacks `://` behind `\(scheme)`", zh: "在 `\(scheme)` 之后缺少 `://`")
    case .noHost: return Text(en: "names no host", zh: "没有写主机")
    case .noBrackets: return Text(en: "has an IPv6 address without brackets", zh: "中的 IPv6 地址没有加方括号")
    case .port(let port):
      return Text(
        en: "has the port `\(port)`, which is no whole number from 1 to 65535", zh: "的端口 `\(port)` 不是 1～65535 的整数")
    case .noScheme: return Text(en: "has no scheme (\(wanted.en))", zh: "没有写协议（\(wanted.zh)）")
    case .userinfo: return Text(en: "carries a user name or password", zh: "带有用户名或密码")
    case .portOfOtherScheme(let scheme, let port):
      return Text(
        en: "combines `\(scheme)` with port \(port), the usual port of the other scheme",
        zh: "的协议是 `\(scheme)`，端口却是另一协议常用的 \(port)")
    case .path(let path): return Text(en: "carries the path `\(path)`", zh: "带有路径 `\(path)`")
    case .query: return Text(en: "carries a query", zh: "带有查询字符串")
    case .fragment: return Text(en: "carries a fragment", zh: "带有片段标识")
    case .trailingSlash: return Text(en: "ends with a slash", zh: "以斜杠结尾")
    }
  }
}
