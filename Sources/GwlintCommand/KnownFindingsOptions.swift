import ArgumentParser

/// Options that tell new findings from those that are known already.
struct KnownFindingsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Findings that the file knows do not count.", valueName: "file"), completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings into the file, so that --baseline knows them.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp("Take out of the file what is not found any more; it can only shrink.", valueName: "file"),
    completion: .file())
  var pruneBaseline: String?

  @Option(
    help: ArgumentHelp(
      "Findings that the same files have in a revision of the git repository do not count.", valueName: "rev"))
  var since: String?

  init() {}

  /// What holds where nothing is said.
  static var none: KnownFindingsOptions {
    var options = KnownFindingsOptions()
    options.baseline = nil
    options.writeBaseline = nil
    options.pruneBaseline = nil
    options.since = nil
    return options
  }

  /// Whether a baseline is written.
  var writes: Bool { writeBaseline != nil || pruneBaseline != nil }

  func validate() throws {
    if [baseline, writeBaseline, pruneBaseline].count(where: { $0 != nil }) > 1 {
      throw ValidationError("--baseline, --write-baseline and --prune-baseline exclude one another.")
    }
    if writes, since != nil { throw ValidationError("--since compares; it does not go with writing a baseline.") }
  }
}
