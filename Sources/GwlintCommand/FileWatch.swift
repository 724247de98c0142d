import Engine
import Glibc
import Linting

extension CheckRun {
  /// Runs, and runs again whenever a file that matters changes: one to lint, one that was read along with it, or a
  /// configuration. Ends only when it is interrupted, or when the command line itself is wrong.
  func runWhenFilesChange() -> Int32 {
    var last: FileStates?
    var read: [String] = []
    // A report that stands among the files would call for the next run.
    let reports = Set(line.reports.compactMap(\.output).map { PathName.absolute($0, from: FileSystem.currentFolder()) })
    while true {
      guard let run = lintRun() else { return ExitStatus.failed }
      let found = run.finder.find(command.paths).files.map(\.path)
      let states = FileStates(found + read, except: reports)
      if states != last {
        let isTerminal = StandardStream.output.isTerminal
        if isTerminal { StandardStream.output.write("\u{1B}[2J\u{1B}[H") }
        read = check().read
        last = FileStates(found + read, except: reports, knownFrom: states)
        console.note(Text(en: "waiting for changes", zh: "正在等待文件变化"))
      }
      usleep(Self.pause)
    }
  }

  /// Microseconds between two looks.
  private static var pause: useconds_t { 300_000 }
}
