/// What path the gateway sends to an HTTP back end.
///
/// Source: the console FAQ [official]: what follows a plain front path is appended to the back-end path as text. With an
/// empty back-end path the newer page cuts the front path off and an older one forwards the whole: the newer one is
/// followed, and `isCertain` is false. That a priority prefix is treated like a plain path is deduced [inferred].
public struct ForwardedPath: Hashable, Sendable {
  /// The path.
  public var path: [UInt8]
  /// Whether the documentation leaves no doubt.
  public var isCertain: Bool
  /// Variables of the back-end path that stand for nothing known.
  public var unmapped: [String]

  /// Works the path out.
  /// - Parameters:
  ///   - request: the request's path without the environment.
  ///   - pattern: the front path that took it.
  ///   - backend: the back-end path as written.
  ///   - value: what a variable of the back-end path stands for.
  public init(
    of request: [UInt8], through pattern: PathPattern, to backend: [UInt8], value: (String) -> [UInt8]?
  ) {
    var missing: [String] = []
    var path: [UInt8] = []
    var index = 0
    while index < backend.count {
      if backend[index] == UInt8(ascii: "{"), case .variable(let name, let end) = Brace.read(backend, at: index) {
        if let value = value(name) {
          path += value
        } else {
          missing.append(name)
          path += backend[index..<end]
        }
        index = end
      } else {
        path.append(backend[index])
        index += 1
      }
    }
    unmapped = missing
    switch pattern.kind {
    case .plain, .priorityPrefix:
      let isCovered = request.starts(with: pattern.text)
      self.path = path + (isCovered ? request.dropFirst(pattern.text.count) : [])
      isCertain = pattern.kind == .plain && !backend.isEmpty
    case .exact, .expression:
      self.path = path
      isCertain = !backend.isEmpty
    }
  }
}
