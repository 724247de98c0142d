@testable import Engine
import Foundation
import Testing

/// Files are replaced whole, and keep what they were.
@Suite struct AtomicFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gwlint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = folder.appending(path: name).path
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  @Test func modeIsKept() throws {
    let path = try file("a.yaml", "old")
    chmod(path, 0o640)
    try AtomicFile.replace(path, holding: Array("old".utf8), with: Array("new".utf8))
    #expect(text(path) == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.yaml"])
  }

  @Test func aLinkStaysALink() throws {
    let path = try file("a.yaml", "old")
    let link = folder.appending(path: "link.yaml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.yaml")
    try AtomicFile.replace(link, holding: Array("old".utf8), with: Array("new".utf8))
    #expect(text(path) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.yaml")
  }

  @Test(arguments: ["changed", "longer than before", "o", ""])
  func aFileThatHasChangedIsLeftAlone(_ now: String) throws {
    let path = try file("a.yaml", now)
    #expect(throws: AtomicFile.Refusal.changedMeanwhile) {
      try AtomicFile.replace(path, holding: Array("old".utf8), with: Array("new".utf8))
    }
    #expect(text(path) == now)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.yaml"])
  }

  @Test func whatIsNotFinishedLeavesNothing() throws {
    let path = try file("a.yaml", "old")
    for target in [path, folder.appending(path: "new.yaml").path] {
      let unfinished = try AtomicFile(replacing: target)
      unfinished.write(Array("ne".utf8))
    }
    #expect(text(path) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.yaml"])
  }

  @Test func aNewFileIsReadableAsOthersAre() throws {
    let path = folder.appending(path: "new.yaml").path
    try AtomicFile.replace(path, with: Array("new".utf8))
    #expect(text(path) == "new")
    let mask = umask(0)
    umask(mask)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o666 & ~Int(mask))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["new.yaml"])
  }

  @Test func aFileThatIsGoneDoesNotComeBack() throws {
    let path = folder.appending(path: "gone.yaml").path
    #expect(throws: AtomicFile.Refusal.self) {
      try AtomicFile.replace(path, holding: Array("old".utf8), with: Array("new".utf8))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func whatIsNoRegularFileIsWrittenToAndNotReplaced() throws {
    let output = try AtomicFile(replacing: "/dev/null")
    output.write(Array("report".utf8))
    try output.commit()
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }
}
