import Dispatch
import Glibc
import Synchronization

/// Runs independent work on several threads and keeps the order of the results.
public enum ParallelWork {
  /// How many threads the machine runs at once.
  public static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The results of `body` for every element, in their order, whatever the number of threads.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, _ body: @Sendable (Element) -> Result
  ) -> [Result] {
    let workers = min(jobs, elements.count)
    guard workers > 1 else { return elements.map(body) }
    let next = Atomic<Int>(0)
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var own: [(Int, Result)] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { break }
        own.append((index, body(elements[index])))
      }
      results.withLock { shared in
        for (index, result) in own { shared[index] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
