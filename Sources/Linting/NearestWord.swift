/// Finds the word that was probably meant.
public enum NearestWord {
  /// The one word nearest to `word`, if it is near enough to be meant and no other is as near.
  /// - Parameter limit: the largest number of edits (insert, delete, replace, swap neighbours); a third of the length,
  ///   at least one, where none is given.
  /// - Complexity: O(candidates × length²); words longer than 64 characters have no neighbour.
  public static func nearest(to word: String, among candidates: some Sequence<String>, limit: Int? = nil) -> String? {
    let limit = limit ?? max(1, word.count / 3)
    var best: (word: String, distance: Int)?
    var isShared = false
    for candidate in candidates where candidate != best?.word {
      let distance = distance(word, candidate)
      guard distance <= limit, distance <= best?.distance ?? limit else { continue }
      isShared = distance == best?.distance
      best = (candidate, distance)
    }
    return isShared ? nil : best?.word
  }

  /// The number of edits between two words: insertions, deletions, replacements and swaps of neighbours.
  public static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    guard left.count <= 64, right.count <= 64 else { return Int.max }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
