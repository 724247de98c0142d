@testable import Engine
import Testing

/// Patches are right and small, whatever differs.
@Suite struct UnifiedDiffTests {
  private func diff(_ before: String, _ after: String, path: String = "a.yaml") -> String {
    String(decoding: UnifiedDiff.text(path: path, before: Array(before.utf8), after: Array(after.utf8)), as: UTF8.self)
  }

  @Test func nothingDiffers() {
    #expect(diff("a\n", "a\n").isEmpty)
  }

  @Test func aLineInTheMiddle() {
    #expect(
      diff("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nf\ng\nh\n") == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -2,7 +2,7 @@
         b
         c
         d
        -e
        +E
         f
         g
         h

        """)
  }

  @Test func theEndWithoutALineEnd() {
    #expect(
      diff("a\nb", "a\nc") == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +c
        \\ No newline at end of file

        """)
  }

  @Test(arguments: [("plain", "a/plain"), ("with blank", "a/with blank\t"), ("qu\"ote", "\"a/qu\\\"ote\"")])
  func pathsAreWrittenAsGitReadsThem(_ path: String, _ written: String) {
    #expect(diff("a\n", "b\n", path: path).hasPrefix("--- \(written)\n"))
  }

  @Test func aPatchNamesAllFilesFromOneFolder() {
    func patch(_ names: String...) -> Patch {
      Patch(
        names.map {
          var text = Fixer.FixedText(display: $0, before: Array("a\n".utf8))
          text.after = Array("b\n".utf8)
          return text
        }, currentFolder: "/srv/api")
    }
    func names(_ patch: Patch) -> [Substring] {
      String(decoding: patch.bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("+++") }
    }
    #expect(names(patch("a.yaml", "sub/b.yaml")) == ["+++ b/a.yaml", "+++ b/sub/b.yaml"])
    #expect(names(patch("/srv/x.yaml", "b.yaml")) == ["+++ b/srv/x.yaml", "+++ b/srv/api/b.yaml"])
    #expect(patch("/srv/x.yaml", "b.yaml").startsAtRoot)
    #expect(!patch("a.yaml").startsAtRoot)
  }

  /// The edits lead from one text to the other, and touch no line that need not be touched.
  @Test(arguments: 0..<300) func editsLeadFromOneTextToTheOther(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let alphabet = seed % 3 == 0 ? 3 : 40
    let old = (0..<next(60)).map { _ in "line \(next(alphabet))" }
    var new = old
    for _ in 0..<next(6) {
      if new.isEmpty || next(2) == 0 {
        new.insert("new \(next(5))", at: next(new.count + 1))
      } else {
        new.remove(at: next(new.count))
      }
    }
    let oldLines = old.map { Array($0.utf8)[...] }
    let newLines = new.map { Array($0.utf8)[...] }
    let edits = LineDifference.edits(from: oldLines, to: newLines)
    var result: [ArraySlice<UInt8>] = []
    var place = 0
    for edit in edits {
      result += oldLines[place..<edit.old.lowerBound]
      #expect(result.count == edit.new.lowerBound)
      result += newLines[edit.new]
      place = edit.old.upperBound
    }
    result += oldLines[place...]
    #expect(result == newLines)
    let shortest = newLines.difference(from: oldLines)
    let touched = edits.reduce(0) { $0 + $1.old.count + $1.new.count }
    #expect(touched <= shortest.count * 3 + 2)
  }
}
