/// One row of the gateway's error table: the status and message that a caller gets.
public struct Fault: Hashable, Sendable {
  /// The HTTP status; 0 for the row of the network layer, where no HTTP answer comes.
  public let status: UInt16
  /// The message, word for word as the gateway's table prints it.
  public let message: String

  /// A row from its parts.
  public init(status: UInt16, message: String) {
    self.status = status
    self.message = message
  }
}
