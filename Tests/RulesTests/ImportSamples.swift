import Foundation

/// The vendor's own import documents, kept beside the project; where they are not there, there is nothing to test.
enum ImportSamples {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus/openapi-import")

  /// Name and bytes of each sound document, in the order of the names.
  static func sound() throws -> [(name: String, bytes: [UInt8])] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }
}
