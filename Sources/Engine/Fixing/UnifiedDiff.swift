/// The difference of two texts as a patch that `git apply` takes.
public enum UnifiedDiff {
  private static let context = 3

  /// The patch of one file; empty where nothing differs.
  /// - Parameter path: the file's path, relative to the folder that the patch will be applied in, or absolute: then that
  ///   folder is the root.
  public static func text(path: String, before: [UInt8], after: [UInt8]) -> [UInt8] {
    guard before != after else { return [] }
    let old = lines(before)
    let new = lines(after)
    let hunks = hunks(LineDifference.edits(from: old, to: new))
    let path = path.hasPrefix("/") ? path : "/" + path
    var result = Array("--- \(quoted("a" + path))\n".utf8)
    result += Array("+++ \(quoted("b" + path))\n".utf8)
    for hunk in hunks { append(hunk, old, new, to: &result) }
    return result
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func hunks(_ edits: [LineDifference.Edit]) -> [[LineDifference.Edit]] {
    var hunks: [[LineDifference.Edit]] = []
    for edit in edits {
      if let last = hunks.last?.last, edit.old.lowerBound - last.old.upperBound <= context * 2 {
        hunks[hunks.count - 1].append(edit)
      } else {
        hunks.append([edit])
      }
    }
    return hunks
  }

  private static func append(
    _ hunk: [LineDifference.Edit], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to result: inout [UInt8]
  ) {
    let first = hunk[0]
    let last = hunk[hunk.count - 1]
    let lead = min(context, first.old.lowerBound)
    let trail = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - lead..<last.old.upperBound + trail
    let newRange = first.new.lowerBound - lead..<last.new.upperBound + trail
    result += Array("@@ -\(numbers(oldRange)) +\(numbers(newRange)) @@\n".utf8)
    var line = oldRange.lowerBound
    for edit in hunk {
      for index in line..<edit.old.lowerBound { append(" ", old[index], to: &result) }
      for index in edit.old { append("-", old[index], to: &result) }
      for index in edit.new { append("+", new[index], to: &result) }
      line = edit.old.upperBound
    }
    for index in line..<oldRange.upperBound { append(" ", old[index], to: &result) }
  }

  private static func numbers(_ range: Range<Int>) -> String {
    // An empty range names the line before it.
    range.isEmpty
      ? "\(range.lowerBound),0"
      : range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.count)"
  }

  private static func append(_ sign: String, _ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    result += Array(sign.utf8)
    result += line
    if line.last != UInt8(ascii: "\n") { result += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// A path as git writes it: in quotes with escapes where it holds a quote, a backslash or a control character, and
  /// with a tab behind it where it holds a blank, so that other tools see where it ends.
  private static func quoted(_ path: String) -> String {
    var escaped = ""
    var needsQuotes = false
    for scalar in path.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        escaped += "\\" + String(scalar)
        needsQuotes = true
      case 0..<0x20, 0x7F:
        let digits = String(scalar.value, radix: 8)
        escaped += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        needsQuotes = true
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    if needsQuotes { return "\"" + escaped + "\"" }
    return path.contains(" ") ? path + "\t" : path
  }
}
