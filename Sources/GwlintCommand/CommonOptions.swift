import ArgumentParser
import Engine
import Glibc
import Linting

/// Options of every command.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Language of messages (default: from the locale).", valueName: "en|zh"))
  var lang: LanguageName?

  @Option(help: ArgumentHelp("Colour on a terminal; NO_COLOR is honoured.", valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  @Flag(name: [.long, .customShort("q")], help: "Print findings only, no notes and no summary.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "The configuration for all files, instead of the .gwlint.yml nearest to each.", valueName: "file"),
    completion: .file())
  var config: String?

  init() {}

  /// What holds where nothing is said.
  static var none: CommonOptions {
    var options = CommonOptions()
    options.lang = nil
    options.color = .auto
    options.quiet = false
    options.config = nil
    return options
  }

  /// The language for people: the one that is asked for, else that of the configuration nearest to the current folder,
  /// else the locale's.
  var language: Language { lang?.language ?? configuredLanguage ?? Self.localeLanguage }

  private var configuredLanguage: Language? {
    ConfigurationStore(catalogue: RuleCatalogue([]), explicitPath: config).nearestToCurrentFolder?.language
  }

  /// The language of machine formats: the one that is asked for, else English, so that reports do not depend on where
  /// they are made.
  var machineLanguage: Language { lang?.language ?? .en }

  /// Whether to colour what goes to a stream.
  func usesColor(on stream: StandardStream) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: stream.isTerminal && Self.environment("NO_COLOR") == nil && Self.environment("TERM") != "dumb"
    }
  }

  /// The language of the locale.
  static var localeLanguage: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment($0) }.first ?? ""
    return locale.hasPrefix("zh") ? .zh : .en
  }

  /// The value of an environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

/// A language as it is named on the command line.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
  case en, zh

  var language: Language { self == .en ? .en : .zh }
}

/// When to use colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
