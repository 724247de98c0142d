public import GatewayModel

/// One row of the gateway's error table with what is known of it: what it means, what causes it, how to mend it, and how
/// much of it can be seen in configuration alone.
///
/// Source: the vendor's page of gateway error codes (cloud.tencent.com/document/product/628/34086) [official] for status,
/// message and meaning; causes and what can be seen beforehand are deduced from the message unless a rule says otherwise
/// [inferred].
public struct FaultRow: Sendable {
  /// Status and message.
  public let fault: Fault
  /// How much of it configuration alone tells.
  public let decidability: Decidability
  /// What the gateway says with it.
  public let meaning: Text
  /// What leads to it.
  public let cause: Text
  /// What to do.
  public let remedy: Text
  /// Other wordings under which it has been seen, `*` for each variable part.
  public let otherWordings: [String]

  /// How much of a row configuration alone tells.
  public enum Decidability: Sendable, Hashable {
    /// Configuration alone makes it certain.
    case configuration
    /// Certain where the whole service is described, as a manifest does.
    case wholeService
    /// Some of its causes stand in configuration; the rest is this.
    case partly(missing: MissingInput)
    /// No cause stands in configuration: it takes this.
    case runtime(missing: MissingInput)
  }

  /// What is not in any file that gwlint reads.
  public enum MissingInput: Sendable, Hashable {
    /// The request that a client sends.
    case request
    /// The keys that clients use and what is bound to them.
    case clientKeys
    /// How the back end behaves.
    case backEnd
    /// Load and counters of the running gateway.
    case traffic
    /// Lists that the vendor does not publish.
    case unpublishedList
    /// What the running gateway holds: releases, bindings, domains.
    case deployment

    /// The words for it.
    public var words: Text {
      switch self {
      case .request: Text(en: "the request itself", zh: "请求本身")
      case .clientKeys: Text(en: "the keys that clients sign with", zh: "客户端签名所用的密钥")
      case .backEnd: Text(en: "how the back end behaves", zh: "后端的实际表现")
      case .traffic: Text(en: "the traffic of the running gateway", zh: "网关运行时的流量")
      case .unpublishedList: Text(en: "a list that the vendor does not publish", zh: "厂商未公布的清单")
      case .deployment: Text(en: "what is deployed: releases, bindings, domains", zh: "线上的发布、绑定与域名状态")
      }
    }
  }

  init(
    _ fault: Fault, _ decidability: Decidability, meaning: Text, cause: Text, remedy: Text, otherWordings: [String] = []
  ) {
    self.fault = fault
    self.decidability = decidability
    self.meaning = meaning
    self.cause = cause
    self.remedy = remedy
    self.otherWordings = otherWordings
  }
}

/// The gateway's error table.
public enum FaultTable {
  /// All 66 rows in the order of the vendor's page.
  public static let rows: [FaultRow] =
    signatureRows + oauthTokenRows + refusedRows + notFoundRows + methodAndProtocolRows + configurationRows
    + backEndRows
}
