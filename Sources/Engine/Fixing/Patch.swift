/// The patch of several files, which names all of them from one folder.
public struct Patch: Sendable {
  /// Its bytes; none where nothing differs.
  public let bytes: [UInt8]
  /// Whether that folder is the root of the file system and not the current one: no tool follows a patch upwards, so
  /// that a file outside of the current folder can only be named from the root.
  public let startsAtRoot: Bool

  /// The patch that leads from what texts were to what they are to be.
  public init(_ texts: [Fixer.FixedText], currentFolder: String) {
    let startsAtRoot = texts.contains { $0.display.hasPrefix("/") }
    self.startsAtRoot = startsAtRoot
    bytes = texts.flatMap { text in
      UnifiedDiff.text(
        path: startsAtRoot ? PathName.absolute(text.display, from: currentFolder) : text.display, before: text.before,
        after: text.after)
    }
  }
}
