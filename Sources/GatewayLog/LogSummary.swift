import GatewayModel
public import Linting

/// What a log says, counted: the gateway's faults by row of its error table, and the requests that got them.
public struct LogSummary: Sendable {
  /// Number of requests.
  public private(set) var requests = 0
  /// Requests that a back end answered with an error.
  public private(set) var backendErrors = 0
  /// Lines that say nothing that is known.
  public private(set) var unreadLines = 0
  /// Lines, empty ones left out.
  public private(set) var lines = 0
  /// The gateway's faults, the most frequent first.
  public var faults: [FaultGroup] { groups.sorted { ($1.count, $0.firstLine) < ($0.count, $1.firstLine) } }
  /// How many faults there are.
  public var faultCount: Int { groups.reduce(untoldFaults) { $0 + $1.count } }
  /// Faults of more kinds than are told apart.
  public private(set) var untoldFaults = 0

  private var number = 0
  private var groups: [FaultGroup] = []
  private var groupOfKey: [Key: Int] = [:]
  private var known: [Key: [FaultRow]] = [:]

  private struct Key: Hashable {
    let status: UInt16?
    let message: String
  }

  /// More kinds of fault than a gateway has: a log of anything else cannot fill the memory.
  private static let groupLimit = 500

  /// A summary of nothing.
  public init() {}

  /// Takes a line; `nil` for one that is too long to be read.
  public mutating func take(line: ArraySlice<UInt8>?) {
    number += 1
    if let line, line.allSatisfy({ $0 <= 0x20 }) { return }
    lines += 1
    guard let line, let entries = LogLines.entries(in: line) else {
      unreadLines += 1
      return
    }
    for entry in entries { take(entry) }
  }

  private mutating func take(_ entry: LogEntry) {
    requests += 1
    guard let status = entry.status, status >= 400 || status == 0 || !entry.message.isEmpty else { return }
    if entry.message.isEmpty, entry.backendStatus != nil {
      backendErrors += 1
      return
    }
    let rows = rows(of: entry)
    let key = Key(status: rows.first?.fault.status ?? entry.status, message: rows.first?.fault.message ?? entry.message)
    let index = groupOfKey[key] ?? groups.count
    if index == groups.count {
      guard groups.count < Self.groupLimit else {
        untoldFaults += 1
        return
      }
      groupOfKey[key] = index
      groups.append(FaultGroup(rows: rows, status: status, message: entry.message, firstLine: number))
    }
    groups[index].take(entry.request)
  }

  /// The rows of the error table that an entry stands for: those of its status, else of its message alone.
  private mutating func rows(of entry: LogEntry) -> [FaultRow] {
    guard !entry.message.isEmpty else { return [] }
    let key = Key(status: entry.status, message: entry.message)
    if let rows = known[key] { return rows }
    let all = MessageMatch.rows(matching: entry.message)
    let ofStatus = all.filter { $0.fault.status == entry.status }
    let rows = ofStatus.isEmpty ? all : ofStatus
    if known.count < Self.groupLimit { known[key] = rows }
    return rows
  }
}

/// Requests that got one fault.
public struct FaultGroup: Sendable {
  /// The rows of the gateway's error table; none where the message is not in it.
  public let rows: [FaultRow]
  /// The status of the first one.
  public let status: UInt16
  /// The message of the first one, as the log has it.
  public let message: String
  /// The number of the first line, from 1.
  public let firstLine: Int
  /// How many requests got it.
  public private(set) var count = 0
  private var counts: [LogEntry.Request: Int] = [:]
  private var order: [LogEntry.Request] = []

  init(rows: [FaultRow], status: UInt16, message: String, firstLine: Int) {
    self.rows = rows
    self.status = status
    self.message = message
    self.firstLine = firstLine
  }

  /// More different requests than this are counted without being told apart.
  private static let requestLimit = 1_000

  mutating func take(_ request: LogEntry.Request) {
    count += 1
    if let known = counts[request] {
      counts[request] = known + 1
    } else if order.count < Self.requestLimit {
      counts[request] = 1
      order.append(request)
    }
  }

  /// The different requests, the most frequent first, each with its number; those without host and path left out.
  public var requests: [(request: LogEntry.Request, count: Int)] {
    order.enumerated().filter { $0.element.path != nil || $0.element.apiID != nil }
      .map { (request: $0.element, count: counts[$0.element] ?? 0, place: $0.offset) }
      .sorted { ($1.count, $0.place) < ($0.count, $1.place) }
      .map { ($0.request, $0.count) }
  }
}
