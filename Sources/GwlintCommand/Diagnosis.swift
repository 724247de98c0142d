import GatewayLog
import GatewayModel
import GatewayRouting
import Linting

/// The faults of a log, each with what in the definitions causes it.
struct Diagnosis {
  let summary: LogSummary
  /// The faults, the most frequent first.
  let faults: [DiagnosedFault]

  /// Ties the faults of a log to findings in the definitions of a project.
  init(of summary: LogSummary, project: Project, findings: [Diagnostic]) {
    self.summary = summary
    let requests = LoggedRequests(project)
    faults = summary.faults.map { DiagnosedFault($0, requests, findings) }
  }
}

/// One fault of a log and its causes.
struct DiagnosedFault {
  let group: FaultGroup
  /// The findings that explain it.
  let causes: [Diagnostic]
  /// Whether the log says which APIs are concerned and the findings are about these; else they are about APIs of the same
  /// path behind another host, about what several APIs share, or all that can lead to this fault.
  let isCertain: Bool
  /// Requests that get the same fault by the definitions, where no finding about their APIs explains it.
  let traces: [RequestTrace]

  /// How many of the different requests of a fault are followed.
  private static let requestLimit = 20

  init(_ group: FaultGroup, _ requests: LoggedRequests, _ findings: [Diagnostic]) {
    self.group = group
    let rows = group.rows.map(\.fault)
    let suspects = findings.filter { $0.faults.contains(where: rows.contains) }
    let asked = group.requests.prefix(Self.requestLimit).map(\.request)
    let concerned = asked.map { requests.apis(of: $0) }
    let apis = Set(concerned.flatMap(\.apis))
    let own = suspects.filter { apis.contains(LoggedAPI(method: $0.identity.method, path: $0.identity.path)) }
    // A plugin or a plan may be attached to them.
    let shared = apis.isEmpty ? [] : suspects.filter(\.identity.path.isEmpty)
    isCertain = !own.isEmpty && concerned.allSatisfy(\.isCertain)
    let related = own.isEmpty ? shared : own
    traces = related.isEmpty ? asked.compactMap { requests.trace(of: $0, endingIn: rows) } : []
    // What can lead to the fault somewhere else says nothing where the way of the request is known.
    causes = related.isEmpty && traces.isEmpty && apis.isEmpty ? suspects : related
  }
}

/// An API by what its findings are known by.
struct LoggedAPI: Hashable {
  let method: String
  let path: String

  init(method: String, path: String) {
    self.method = method
    self.path = path
  }

  init(_ api: Part) {
    self.init(method: api[.method].text?.uppercased() ?? "", path: api[.path].text ?? "")
  }
}

/// Finds what requests of a log ask for in the definitions.
///
/// A log does not name the method, so a path stands for all methods; nor is it documented whether its path still has the
/// environment in front: it is followed as it stands, and with the environment where that leads nowhere.
struct LoggedRequests {
  private let project: Project
  private let apisByID: [String: [LoggedAPI]]

  private static let methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]

  init(_ project: Project) {
    self.project = project
    var apisByID: [String: [LoggedAPI]] = [:]
    for document in 0..<UInt32(project.documents.count) {
      for api in project.parts(.api, in: document) {
        guard let id = api[.apiId].text else { continue }
        apisByID[id, default: []].append(LoggedAPI(api))
      }
    }
    self.apisByID = apisByID
  }

  /// The APIs that a request may be for, and whether its id or its host says that it is.
  func apis(of request: LogEntry.Request) -> (apis: [LoggedAPI], isCertain: Bool) {
    if let id = request.apiID, let apis = apisByID[id] { return (apis, true) }
    guard !project.documents.isEmpty else { return ([], false) }
    for (urls, isCertain) in [(urls(of: request), request.host != nil), (urls(of: request, hasHost: false), false)] {
      for url in urls {
        let apis = Self.methods.flatMap { method -> [LoggedAPI] in
          let trace = RequestTrace(method: method, url: url, in: project)
          return ([trace.api] + trace.candidates.map(\.api)).compactMap { $0.map { LoggedAPI($0) } }
        }
        if !apis.isEmpty { return (apis, isCertain) }
      }
    }
    return ([], false)
  }

  /// How a request gets one of some faults by the definitions; `nil` where it does not.
  func trace(of request: LogEntry.Request, endingIn rows: [Fault]) -> RequestTrace? {
    guard !project.documents.isEmpty else { return nil }
    for url in urls(of: request) {
      for method in Self.methods {
        let trace = RequestTrace(method: method, url: url, in: project)
        if let row = trace.row, rows.contains(row) { return trace }
      }
    }
    return nil
  }

  private func urls(of request: LogEntry.Request, hasHost: Bool = true) -> [TracedURL] {
    guard let path = request.path, path.hasPrefix("/") else { return [] }
    let origin = hasHost ? request.host.map { "\(request.scheme ?? "http")://\($0)" } ?? "" : ""
    let paths = [path] + (request.environment.map { ["/\($0)" + path] } ?? [])
    return paths.compactMap { try? TracedURL(origin + $0) }
  }
}
