extension Text {
  /// Names one behind the other: `A, B and C`.
  public static func list(_ names: [String]) -> Text {
    guard let last = names.last, names.count > 1 else { return Text(en: names.first ?? "", zh: names.first ?? "") }
    let head = names.dropLast()
    return Text(
      en: head.joined(separator: ", ") + " and " + last, zh: head.joined(separator: "、") + " 和 " + last)
  }
}
