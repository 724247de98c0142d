/// The lines of a text that comes in pieces, so that a log of any size can be read.
public struct LineSplitter: Sendable {
  private var rest: [UInt8] = []
  private var isOverlong = false

  /// A splitter at the beginning of a text.
  public init() {}

  /// Takes a piece and calls `body` with each line that ends in it: its bytes without the line end, or `nil` for one that
  /// is longer than `LogLines.lengthLimit`.
  public mutating func take(_ piece: [UInt8], _ body: (ArraySlice<UInt8>?) -> Void) {
    var start = 0
    while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
      add(piece[start..<end])
      finishLine(body)
      start = end + 1
    }
    add(piece[start...])
  }

  /// Calls `body` with the last line where no line end follows it.
  public mutating func finish(_ body: (ArraySlice<UInt8>?) -> Void) {
    if isOverlong || !rest.isEmpty { finishLine(body) }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    if isOverlong || rest.count + bytes.count > LogLines.lengthLimit {
      isOverlong = true
      rest.removeAll(keepingCapacity: true)
    } else {
      rest += bytes
    }
  }

  private mutating func finishLine(_ body: (ArraySlice<UInt8>?) -> Void) {
    if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
    body(isOverlong ? nil : rest[...])
    rest.removeAll(keepingCapacity: true)
    isOverlong = false
  }
}
