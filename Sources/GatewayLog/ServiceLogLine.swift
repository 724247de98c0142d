/// A line in the gateway's own form: values in brackets, most of them with their name in front.
///
///     [1250000000][release][service-a][api.shop.cn][api-b][/orders/7][https][rsp_st:481][ups_st:-]…[err_msg:…]…
///
/// Source: the vendor's pages on exporting service logs and on shipping logs to CLS, and the reply of
/// `DescribeLogSearch` [official]. The export puts such lines into a CSV file, the reply into JSON texts.
enum ServiceLogLine {
  /// The names of the values that stand without one, in their order, before the status.
  private static let positions = ["app_id", "env_name", "service_id", "http_host", "api_id", "uri", "scheme"]
  private static let names = ["rsp_st", "ups_st", "err_msg"]

  /// The entry of a line; `nil` where it has not this form.
  static func entry(in line: ArraySlice<UInt8>) -> LogEntry? {
    let values = values(in: line)
    guard let status = values.firstIndex(where: { name(of: $0) == "rsp_st" }) else { return nil }
    var entry = LogEntry()
    // What a log service puts in front may stand in brackets as well.
    for (name, value) in zip(positions.reversed(), values[..<status].reversed()) { entry.set(name, text(value)) }
    for value in values[status...] {
      if let name = name(of: value) { entry.set(name, text(value.dropFirst(name.utf8.count + 1))) }
    }
    return entry
  }

  private static func name(of value: ArraySlice<UInt8>) -> String? {
    names.first { value.starts(with: $0.utf8) && value.dropFirst($0.utf8.count).first == UInt8(ascii: ":") }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// What stands in brackets, one pair behind the other. A value may hold brackets itself, as messages do.
  private static func values(in line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var values: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = line.startIndex
    for index in line.indices {
      switch line[index] {
      case UInt8(ascii: "["):
        if depth == 0 { start = index + 1 }
        depth += 1
      case UInt8(ascii: "]") where depth > 0:
        depth -= 1
        if depth == 0 { values.append(line[start..<index]) }
      default: break
      }
    }
    return values
  }
}
