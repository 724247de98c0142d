@testable import Routing

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Route tables of all kinds over a small alphabet.
enum RandomTables {
  static func table(_ numbers: inout SeededNumbers) -> [Route] {
    let methods: [[RequestMethod]?] = [[.get], [.get], [.post], nil]
    return (0..<Int.random(in: 2...7, using: &numbers)).map { _ in
      Route(PathPattern(path(&numbers)), RouteScope(methods: methods.randomElement(using: &numbers)!))
    }
  }

  private static func path(_ numbers: inout SeededNumbers) -> String {
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: "=" + text(&numbers)
    case 1: "^~" + text(&numbers)
    case 2...4: text(&numbers)
    case 5...7: variables(&numbers)
    default: expression(&numbers)
    }
  }

  private static func text(_ numbers: inout SeededNumbers) -> String {
    let pieces = ["a", "b", "/", "ab", "/a", ""]
    return "/"
      + (0..<Int.random(in: 0...2, using: &numbers)).map { _ in pieces.randomElement(using: &numbers)! }.joined()
  }

  private static func variables(_ numbers: inout SeededNumbers) -> String {
    let pieces = ["{x}", "{y}", "/", "a", "/b", "{z}"]
    let text = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in pieces.randomElement(using: &numbers)! }.joined()
    return "/" + text + (text.contains("{") ? "" : "{v}")
  }

  private static func expression(_ numbers: inout SeededNumbers) -> String {
    let pieces = ["a*", "(a|b)", ".", "[ab]", "b+", "/", "a?", "(ab)*", ".*", "[^a]", "{v}", "a{1,2}", "a", "(/|b.)"]
    let end = Int.random(in: 0..<6, using: &numbers) == 0 ? "$" : ""
    return "/"
      + (0..<Int.random(in: 1...3, using: &numbers)).map { _ in pieces.randomElement(using: &numbers)! }.joined()
      + "(a|)" + end
  }

  /// Every path of up to four more signs behind the first slash.
  static let requests: [String] = {
    var all = [""]
    var last = [""]
    for _ in 0..<4 {
      last = last.flatMap { path in ["a", "b", "/"].map { path + $0 } }
      all += last
    }
    return all.map { "/" + $0 }
  }()
}
