public import Linting
import SourceText
import Synchronization

/// A configuration file with the files it builds on, as one. Immutable but for a cache.
///
/// What is said of a rule is weighed, the narrower before the wider: for single APIs before for some files before for
/// all; the rule's id before the longer family pattern before the shorter; the file itself before its bases. What is
/// equally narrow is off where one says so, else as said last.
public final class Configuration: Sendable {
  /// The files, the outermost base first, the file that governs last.
  public let files: [ConfigurationFile]
  let statements: [RuleStatement]
  let catalogue: RuleCatalogue
  private let selection: [SelectionStep]
  private let overrides: [OverrideScope]
  private let excludes: [PathGlob]
  private let cache = Mutex<[[Bool]: RuleSettings]>([:])

  /// The scope of an override, ready for matching.
  struct OverrideScope: Sendable {
    var files: [PathGlob]?
    var apis: Set<String>?
  }

  init(_ files: [ConfigurationFile], catalogue: RuleCatalogue, selection: [SelectionStep]) {
    self.files = files
    self.selection = selection
    self.catalogue = catalogue
    var statements: [RuleStatement] = []
    var overrides: [OverrideScope] = []
    for (index, file) in files.enumerated() {
      statements += RuleStatement.all(of: file, number: index, firstOverride: overrides.count, catalogue)
      for override in file.overrides {
        overrides.append(
          OverrideScope(
            files: override.files.map { $0.map { PathGlob($0.value, in: file.folder) } },
            apis: override.apis.map { Set($0.map { APIName.normalized($0.value) }) }))
      }
    }
    self.statements = statements
    self.overrides = overrides
    excludes = files.flatMap { file in file.exclude.map { PathGlob($0.value, in: file.folder) } }
  }

  /// The lowest severity that makes a run fail, for the files it governs.
  public var failLevel: FailLevel? { files.last { $0.failLevel != nil }?.failLevel?.value }

  /// The language for people.
  public var language: Language? { files.last { $0.language != nil }?.language?.value }

  /// Whether a file or folder is passed over.
  /// - Parameter path: absolute.
  public func excludes(_ path: String) -> Bool { excludes.contains { $0.matchesAnyLevel(of: path) } }

  /// How the rules are set for a file.
  /// - Parameter path: absolute.
  public func settings(forFile path: String) -> RuleSettings {
    let matches = matchingOverrides(path)
    if let known = cache.withLock({ $0[matches] }) { return known }
    let configured = RuleSettings(
      catalogue: catalogue, statements: statements.filter { $0.override.map { matches[$0] } ?? true },
      apis: overrides.map(\.apis), failLevel: failLevel)
    // Names on the command line that mean no rule were refused before.
    let settings = (try? configured.after(selection)) ?? configured
    return cache.withLock { cache in
      if let known = cache[matches] { return known }
      cache[matches] = settings
      return settings
    }
  }

  private func matchingOverrides(_ path: String) -> [Bool] {
    overrides.map { $0.files?.contains { $0.matches(path) } ?? true }
  }

  /// What holds for a file or for some of its APIs.
  func applicableStatements(forFile path: String) -> [RuleStatement] {
    let matches = matchingOverrides(path)
    return statements.filter { $0.override.map { matches[$0] } ?? true }
  }
}
