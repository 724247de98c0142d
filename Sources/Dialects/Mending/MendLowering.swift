public import GatewayModel
import SourceText
public import YAMLDocument

/// Turns mends of what one file says into byte edits in its own keys and style.
///
/// Where a mend would reach through an anchor that others use, a value that a tool fills in later, a comment that would
/// be lost, or an encrypted file, there are no edits: the finding keeps its words.
public final class MendLowering {
  private let project: Project
  private let file: UInt32
  private var documents: [UInt32: DocumentLowering] = [:]

  /// For the mends of one file of a project. Nothing is done before the first one is asked for.
  public init(_ project: Project, file: UInt32) {
    self.project = project
    self.file = file
  }

  /// The edits of the file that carry out the steps of a mend, ordered by place and free of overlap; `nil` where they
  /// cannot be carried out all.
  /// - Parameter throughReferences: whether a value may be changed that several places use by `$ref` or inherit. Anchors
  ///   are never followed.
  public func edits(for steps: [MendStep], throughReferences: Bool) -> [ByteEdit]? {
    for document in documents(of: steps) {
      guard let edits = try? lowering(document).edits(for: steps, throughReferences: throughReferences) else {
        continue
      }
      return try? inFile(edits, ofDocument: document)
    }
    return nil
  }

  private func lowering(_ document: UInt32) -> DocumentLowering {
    if let known = documents[document] { return known }
    let lowering = DocumentLowering(project, document: document)
    documents[document] = lowering
    return lowering
  }

  /// The edits of a document as edits of the file: where it stands as text in a scalar, that text is written anew.
  private func inFile(_ edits: [ByteEdit], ofDocument document: UInt32) throws -> [ByteEdit]? {
    guard let holder = project.textHolder(ofDocument: document) else { return document == file ? edits : nil }
    var text: [UInt8] = []
    var place = 0
    let bytes = project.document(document).yaml.source.bytes
    for edit in edits {
      text += bytes[place..<Int(edit.span.start)]
      text += Array(edit.text.utf8)
      place = Int(edit.span.end)
    }
    text += bytes[place...]
    let outer = try lowering(holder.document).edits(forText: String(decoding: text, as: UTF8.self), in: holder.node)
    return try inFile(outer, ofDocument: holder.document)
  }

  /// The documents that the steps may be about, each once.
  private func documents(of steps: [MendStep]) -> [UInt32] {
    var documents: [UInt32] = []
    func add(_ document: UInt32) {
      if !documents.contains(document) { documents.append(document) }
    }
    func add(_ field: FieldName, _ id: PartID) {
      let part = project.part(id)
      for name in [field] + NamingContext(part).containers(of: field) {
        if let origin = part[name].origin { add(origin.document) }
      }
      add(part.origin.document)
    }
    for step in steps {
      switch step {
      case .set(let origin, _), .remove(let origin), .renameKey(let origin, _), .wrapInList(let origin),
        .unwrapList(let origin), .quoteAsJSON(let origin), .lift(let origin), .rewrite(let origin, _, _, _):
        add(origin.document)
      case .nest(let keys, _): keys.forEach { add($0.document) }
      case .insert(let field, _, let id), .append(_, let field, let id): add(field, id)
      case .addParameter(_, _, _, let id): add(.requestParameters, id)
      case .move(let origin, _, _): add(origin.document)
      }
    }
    return documents
  }
}
