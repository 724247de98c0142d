import Glibc

/// Runs git without a shell. Its output goes to files, so that neither side ever waits for the other.
struct GitCommand {
  /// The folder that git works in.
  let folder: String
  /// Where outputs are kept while it runs.
  let scratch: ScratchFolder
  /// The index that git uses instead of the repository's own.
  var indexFile: String?

  /// What git answered.
  struct Answer {
    let succeeded: Bool
    let output: [UInt8]
    let complaint: String

    /// The first line of the output.
    var line: String {
      String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
  }

  /// Runs git with some arguments.
  /// - Parameter input: the file that it reads from.
  /// - Throws: where git cannot be started or its answer not be read.
  func run(_ arguments: [String], input: String = "/dev/null") throws(FileError) -> Answer {
    let output = scratch.path + "/output"
    let complaints = scratch.path + "/complaints"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, complaints, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

    var words = (["git", "-C", folder] + arguments).map { strdup($0) } + [nil]
    var environment = environment.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, "git", &actions, nil, &words, &environment)
    guard failure == 0 else { throw FileError(code: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { throw FileError() } }
    let complaint = String(decoding: try FileSystem.read(complaints, limit: 1 << 20), as: UTF8.self)
    return Answer(
      succeeded: status == 0, output: try FileSystem.read(output, limit: 1 << 30),
      complaint: complaint.split(separator: "\n").first.map { String($0) } ?? "")
  }

  private var environment: [String] {
    var result: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !text.hasPrefix("LC_ALL="), indexFile == nil || !text.hasPrefix("GIT_INDEX_FILE=") { result.append(text) }
      next += 1
    }
    if let indexFile { result.append("GIT_INDEX_FILE=\(indexFile)") }
    return result + ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0"]
  }
}
