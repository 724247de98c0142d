/// Words that were meant as truth values.
public enum MisspelledBoolean {
  /// The truth value that an unquoted word was meant to be: letters swapped, or a comma or full stop glued to it; `nil`
  /// for every other word, `true` and `false` themselves included.
  public static func meaning(of text: String) -> Bool? {
    switch text {
    case "ture", "treu", "Ture", "Treu": return true
    case "flase", "fasle", "Flase", "Fasle": return false
    default: break
    }
    guard let last = text.last, last == "," || last == "." else { return nil }
    switch text.dropLast() {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The truth value that a word stands for in YAML 1.1 alone.
  public static func olderMeaning(of text: String) -> Bool? {
    switch text {
    case "yes", "Yes", "YES", "on", "On", "ON": true
    case "no", "No", "NO", "off", "Off", "OFF": false
    default: nil
    }
  }
}
