import Glibc

/// Why a file could not be read or written.
public struct FileError: Error, Sendable, Hashable {
  /// The system's error number.
  public let code: Int32

  /// The error of the system call that just failed.
  init() { code = errno }

  /// The error of a number of the system.
  public init(code: Int32) { self.code = code }

  /// What the system calls it, such as `permission denied`.
  public var reason: String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// Reading files and folders by plain system calls.
public enum FileSystem {
  /// What a path is.
  enum Kind {
    case file, folder, other
  }

  /// One name in a folder.
  struct FolderEntry {
    let name: String
    let kind: Kind
  }

  static func kind(of path: String) throws(FileError) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError() }
    return kind(ofMode: status.st_mode)
  }

  private static func kind(ofMode mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// All bytes of a file.
  /// - Parameter limit: a file with more bytes is refused with `EFBIG`, before it is read as far as its size is known.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError() }
    defer { close(descriptor) }
    return try read(descriptor, limit: limit)
  }

  /// The first bytes of a file, at most `count`; fewer where the file is shorter or yields less at once.
  static func beginning(of path: String, count: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError() }
    defer { close(descriptor) }
    return try readChunk(descriptor, count)
  }

  /// All bytes that a descriptor yields.
  static func read(_ descriptor: Int32, limit: Int) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError() }
    if kind(ofMode: status.st_mode) == .folder { throw FileError(code: EISDIR) }
    if Int(status.st_size) > limit { throw FileError(code: EFBIG) }
    var bytes: [UInt8] = []
    var capacity = max(Int(status.st_size) + 1, 4096)
    while true {
      let chunk = try readChunk(descriptor, capacity)
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
      if bytes.count > limit { throw FileError(code: EFBIG) }
      capacity = min(max(bytes.count, 4096), 1 << 20)
    }
  }

  /// Calls `body` with one piece of a file after the other, so that it can be larger than memory.
  /// - Parameter path: `nil` for standard input.
  public static func forEachPiece(of path: String?, _ body: ([UInt8]) -> Void) throws(FileError) {
    let descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard descriptor >= 0 else { throw FileError() }
    defer { if path != nil { close(descriptor) } }
    while true {
      let piece = try readChunk(descriptor, 1 << 18)
      if piece.isEmpty { return }
      body(piece)
    }
  }

  private static func readChunk(_ descriptor: Int32, _ capacity: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while true {
        let received = Glibc.read(descriptor, buffer.baseAddress, capacity)
        if received >= 0 {
          count = received
          return
        }
        if errno != EINTR {
          failure = FileError()
          return
        }
      }
    }
    if let failure { throw failure }
    return chunk
  }

  /// The names in a folder, sorted by bytes. Links are followed, save that a link to a folder is not entered: it could
  /// lead in a circle.
  static func entries(of folder: String) throws(FileError) -> [FolderEntry] {
    guard let stream = opendir(folder) else { throw FileError() }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): entries.append(FolderEntry(name: name, kind: .file))
      case Int(DT_DIR): entries.append(FolderEntry(name: name, kind: .folder))
      default:
        guard let kind = try? kind(of: folder + "/" + name) else { continue }
        let isLink = Int(entry.pointee.d_type) == Int(DT_LNK)
        entries.append(FolderEntry(name: name, kind: isLink && kind == .folder ? .other : kind))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The absolute path of the current folder.
  public static func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
