/// Decodes one scalar again from its bytes, noting which part of the value comes from which part of the source.
///
/// The rules are those of the parser (YAML 1.1 line folding and escapes); surrogate pairs written as two `\u` escapes
/// become one character, a lone surrogate U+FFFD.
struct ScalarReplay {
  /// A run of the value and the bytes that it comes from. Runs of equal length are copies.
  struct Piece {
    var value: Range<Int>
    var source: Range<Int>
  }

  private(set) var value: [UInt8] = []
  private(set) var pieces: [Piece] = []
  private let bytes: Bytes

  /// - Parameters:
  ///   - span: the scalar with its quotes or its block head.
  ///   - parentIndent: the indentation of the block collection around it, -1 at the root.
  init(_ bytes: Bytes, span: Range<Int>, style: ScalarStyle, parentIndent: Int) {
    self.bytes = bytes
    value.reserveCapacity(span.count)
    switch style {
    case .plain: flow(span, quote: nil)
    case .singleQuoted: flow(span.lowerBound + 1..<max(span.lowerBound + 1, span.upperBound - 1), quote: 0x27)
    case .doubleQuoted: flow(span.lowerBound + 1..<max(span.lowerBound + 1, span.upperBound - 1), quote: 0x22)
    case .literal, .folded:
      block(BlockScalarLayout(bytes, span: span, parentIndent: parentIndent), folded: style == .folded)
    }
  }

  /// The source offset of a value offset; the end of the last piece for the value's end.
  func sourceOffset(of offset: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].value.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < pieces.count else { return pieces.last?.source.upperBound }
    let piece = pieces[low]
    let isCopy = piece.value.count == piece.source.count
    return piece.source.lowerBound + (isCopy ? max(0, offset - piece.value.lowerBound) : 0)
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = pieces.last, last.source.upperBound == range.lowerBound, last.value.count == last.source.count {
      pieces[pieces.count - 1].source = last.source.lowerBound..<range.upperBound
      pieces[pieces.count - 1].value = last.value.lowerBound..<last.value.upperBound + range.count
    } else {
      pieces.append(Piece(value: value.count..<value.count + range.count, source: range))
    }
    value.append(contentsOf: bytes[range])
  }

  private mutating func substitute(_ range: Range<Int>, with replacement: [UInt8]) {
    guard !replacement.isEmpty else { return }
    pieces.append(Piece(value: value.count..<value.count + replacement.count, source: range))
    value.append(contentsOf: replacement)
  }

  /// A line break as it enters a value: LS and PS stay, all others become LF.
  private mutating func lineBreak(at index: Int) {
    let length = bytes.breakLength(at: index)
    if length == 3 || bytes[index] == 0x0A {
      copy(index..<index + length)
    } else {
      substitute(index..<index + length, with: [0x0A])
    }
  }

  // MARK: Plain and quoted

  private mutating func flow(_ range: Range<Int>, quote: UInt8?) {
    var index = range.lowerBound
    var runStart = index
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || bytes.breakLength(at: index) > 0 {
        let blanks = index
        while bytes.isBlank(at: index), index < range.upperBound { index += 1 }
        if index >= range.upperBound || bytes.breakLength(at: index) == 0 { continue }
        copy(runStart..<blanks)
        index = fold(from: index, to: range.upperBound, isEscaped: false)
        runStart = index
      } else if quote == 0x27, byte == 0x27, index + 1 < range.upperBound {
        copy(runStart..<index)
        substitute(index..<index + 2, with: [0x27])
        index += 2
        runStart = index
      } else if quote == 0x22, byte == 0x5C {
        copy(runStart..<index)
        if bytes.breakLength(at: index + 1) > 0 {
          index = fold(from: index + 1, to: range.upperBound, isEscaped: true)
        } else {
          let (replacement, length) = EscapeSequence.decode(bytes, at: index, end: range.upperBound)
          substitute(index..<index + length, with: replacement)
          index += length
        }
        runStart = index
      } else {
        index += 1
      }
    }
    copy(runStart..<index)
  }

  /// Folds the line breaks at `index` and the blanks around them; returns where the next line's text begins.
  private mutating func fold(from index: Int, to end: Int, isEscaped: Bool) -> Int {
    let first = index
    let firstLength = bytes.breakLength(at: first)
    var index = first + firstLength
    var others: [Int] = []
    while index < end {
      let length = bytes.breakLength(at: index)
      if length > 0 {
        others.append(index)
        index += length
      } else if bytes.isBlank(at: index) {
        index += 1
      } else {
        break
      }
    }
    if !isEscaped {
      if firstLength == 3 {
        lineBreak(at: first)
      } else if others.isEmpty {
        substitute(first..<index, with: [0x20])
      }
    }
    for other in others { lineBreak(at: other) }
    return index
  }

  // MARK: Literal and folded

  private mutating func block(_ layout: BlockScalarLayout, folded: Bool) {
    var leadingBreak: Int?
    var leadingBlank = false
    var trailingBreaks = layout.leadingBreaks
    for line in layout.lines {
      let trailingBlank = bytes.isBlank(at: line.text.lowerBound)
      if let lead = leadingBreak {
        if folded, bytes.breakLength(at: lead) != 3, !leadingBlank, !trailingBlank {
          if trailingBreaks.isEmpty { substitute(lead..<line.text.lowerBound, with: [0x20]) }
        } else {
          lineBreak(at: lead)
        }
      }
      for lineEnd in trailingBreaks { lineBreak(at: lineEnd) }
      leadingBlank = trailingBlank
      copy(line.text)
      leadingBreak = line.lineBreak
      trailingBreaks = line.followingBreaks
    }
    if layout.chomping != .strip, let lead = leadingBreak { lineBreak(at: lead) }
    if layout.chomping == .keep { for lineEnd in trailingBreaks { lineBreak(at: lineEnd) } }
  }
}
