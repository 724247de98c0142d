import GatewayModel

/// Names that no API of a service has yet.
struct FreeNames {
  private let apis: [Part]
  private var taken: Set<String> = []
  private var isPrepared = false
  private var nextNumber: [String: Int] = [:]

  /// Starts from the names that are written.
  init(beside apis: [Part]) {
    self.apis = apis
  }

  /// A name made of `base` and, where that is taken, the first free number; it is taken from then on.
  /// - Complexity: O(1) on average, however often one base is asked for.
  mutating func take(_ base: String, alwaysNumbered: Bool = false) -> String {
    // Most services never ask for a name.
    if !isPrepared {
      taken = Set(apis.compactMap { $0[.apiName].text })
      isPrepared = true
    }
    if !alwaysNumbered, taken.insert(base).inserted { return base }
    var number = nextNumber[base] ?? 2
    while !taken.insert(base + String(number)).inserted { number += 1 }
    nextNumber[base] = number + 1
    return base + String(number)
  }
}
