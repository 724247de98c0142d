public import GatewayModel
public import Linting
import Routing

/// A URL that the manifest expects an API to answer, and what becomes of it.
public struct Expectation: Sendable {
  /// The part that is written.
  public let part: Part
  /// What becomes of it.
  public let verdict: Verdict

  /// What becomes of an expected URL.
  public enum Verdict: Sendable {
    /// The API that is named answers, or any where none is named.
    case met(RequestTrace)
    /// Something else happens.
    case missed(RequestTrace)
    /// What is written cannot be followed: a URL that is none, or no URL at all.
    case unusable(Text)
    /// It is filled in later.
    case unknown
  }

  /// The URL as written.
  public var url: String { part[.expectedURL].text ?? "" }
  /// The method in capitals; GET where none is written.
  public var method: String { (part[.expectedMethod].text ?? "GET").uppercased() }
  /// The name of the API that should answer.
  public var api: String? { part[.expectedAPI].text }

  /// Follows an expected URL through its project.
  public init(_ part: Part) {
    self.part = part
    verdict = Self.verdict(part)
  }

  private static func verdict(_ part: Part) -> Verdict {
    let fields = [part[.expectedURL], part[.expectedMethod], part[.expectedAPI]]
    if fields.contains(where: \.isTemplated) { return .unknown }
    guard let text = part[.expectedURL].text else {
      return .unusable(Text(en: "No URL is written.", zh: "没有写 URL。"))
    }
    let url: TracedURL
    do throws(TracedURL.Refusal) {
      url = try TracedURL(text)
    } catch {
      return .unusable(error.message)
    }
    let project = part.project
    let fronts = project.service(of: part).map { [ServiceFront.of($0, in: project)] } ?? []
    let method = part[.expectedMethod].text ?? "GET"
    let trace = RequestTrace(method: method, url: url, origin: nil, through: fronts, in: project)
    guard trace.outcome == .api, let api = trace.api else { return .missed(trace) }
    guard let name = part[.expectedAPI].text, !api.isCalled(name) else { return .met(trace) }
    return .missed(trace)
  }

  /// All expectations of a project, in the order of its documents.
  public static func all(in project: Project) -> [Expectation] {
    project.documents.indices.flatMap { project.parts(.expectedURL, in: UInt32($0)) }.map { Expectation($0) }
  }
}

extension Part {
  /// Whether people may mean this API by a name: its API name, its id, or method and path.
  public func isCalled(_ name: String) -> Bool {
    if self[.apiName].text == name || self[.apiId].text == name { return true }
    let title = "\(apiMethod?.rawValue ?? "") \(pathText ?? "")"
    return title == name || displayName == name
  }
}

extension TracedURL.Refusal {
  /// In words.
  public var message: Text {
    switch self {
    case .empty: Text(en: "The URL is empty.", zh: "URL 为空。")
    case .scheme(let scheme):
      Text(
        en: "The gateway speaks http, https, ws and wss, not `\(scheme)`.",
        zh: "网关支持 http、https、ws、wss，不支持 `\(scheme)`。")
    case .noHost:
      Text(
        en: "The URL has no host: write `https://host/path`, or `/release/path` for the default domain.",
        zh: "URL 没有域名：请写成 `https://域名/路径`，或用 `/release/路径` 表示默认域名。")
    case .port(let port): Text(en: "`\(port)` is no port.", zh: "`\(port)` 不是有效端口。")
    }
  }
}
