import Glibc

/// Times of one thing, in seconds.
struct Measurement {
  private(set) var seconds: [Double] = []

  var median: Double { seconds.sorted()[seconds.count / 2] }

  /// Runs every body in turn, `rounds` times, so that what disturbs the machine disturbs all alike.
  static func interleaved(rounds: Int, _ bodies: [() -> Void]) -> [Measurement] {
    var result = [Measurement](repeating: Measurement(), count: bodies.count)
    for body in bodies { body() }
    for _ in 0..<rounds {
      for (index, body) in bodies.enumerated() {
        let start = now()
        body()
        result[index].seconds.append(now() - start)
      }
    }
    return result
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A number with as many decimals as asked for.
func fixed(_ value: Double, _ decimals: Int) -> String {
  var factor = 1
  for _ in 0..<decimals { factor *= 10 }
  let scaled = Int((value * Double(factor)).rounded())
  guard decimals > 0 else { return String(scaled) }
  let fraction = String(scaled % factor)
  return "\(scaled / factor)." + String(repeating: "0", count: decimals - fraction.count) + fraction
}

/// A text filled up with blanks on the left.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
