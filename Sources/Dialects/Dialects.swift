public import GatewayModel
public import YAMLDocument

/// What a file turned out to be.
public enum Recognition: Sendable, Hashable {
  /// A gateway definition.
  case gateway(Dialect)
  /// An OpenAPI document without any `x-apigw-*` key: linted when it is named, passed over in a folder.
  case plainOpenAPI
  /// Something else.
  case other
}

/// A reader of one family of file formats.
protocol DialectReader: SendableMetatype {
  /// What the mapping or list at the root of a document is; `.other` where it is none of the reader's formats.
  ///
  /// It runs on every file of a folder: it looks at a few keys, and walks the document only where those fit.
  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition

  /// Reads a file that was recognised as one of the reader's dialects.
  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel
}

/// The file formats that gwlint reads.
public enum Dialects {
  /// In the order in which they are asked; the first that knows a file has it.
  private static let readers: [any DialectReader.Type] = [
    ManifestReader.self, OpenAPIReader.self, TerraformReader.self, PulumiReader.self, CrossplaneReader.self,
    ServerlessReader.self, CloudAPIReader.self,
  ]

  /// Tells what a file is, by its content alone.
  /// - Complexity: O(n) in the number of keys of an OpenAPI document without `x-apigw-*` keys, else far less.
  public static func recognise(_ yaml: YAMLDocument) -> Recognition {
    reader(of: yaml)?.recognition ?? .other
  }

  /// Reads a file into the model.
  /// - Parameters:
  ///   - yaml: its syntax tree.
  ///   - dialect: what it was recognised as, or what a manifest says that it is.
  ///   - file: its name in outputs.
  public static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    (reader(of: yaml)?.type ?? OpenAPIReader.self).read(yaml, as: dialect, file: file)
  }

  private static func reader(of yaml: YAMLDocument) -> (type: any DialectReader.Type, recognition: Recognition)? {
    for root in yaml.roots where yaml.kind(root) == .mapping || yaml.kind(root) == .sequence {
      for reader in readers {
        let recognition = reader.recognise(root, in: yaml)
        if recognition != .other { return (reader, recognition) }
      }
    }
    return nil
  }
}
