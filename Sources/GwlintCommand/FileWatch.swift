import Engine
import Glibc
import Linting

extension CheckRun {
  /// Runs, and runs again whenever a file that matters changes. Ends only when it is interrupted, or when the command
  /// line itself is wrong.
  func runWhenFilesChange() -> Int32 {
    var last: FileStates?
    while true {
      guard let run = lintRun() else { return ExitStatus.failed }
      let states = FileStates(run.finder.find(command.paths))
      if states != last {
        last = states
        let isTerminal = StandardStream.output.isTerminal
        if isTerminal { StandardStream.output.write("\u{1B}[2J\u{1B}[H") }
        _ = self.run()
        console.note(Text(en: "waiting for changes", zh: "正在等待文件变化"))
      }
      usleep(Self.pause)
    }
  }

  /// Microseconds between two looks.
  private static var pause: useconds_t { 300_000 }
}
