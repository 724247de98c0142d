/// Parts of a project by their handles, looked at as they are asked for.
///
/// What a project keeps of its parts are handles: a view that it kept would keep the project itself for ever.
public struct PartList: RandomAccessCollection, Sendable {
  private let project: Project
  private let handles: [PartID]

  /// The parts of some handles.
  public init(_ handles: [PartID], of project: Project) {
    self.project = project
    self.handles = handles
  }

  /// The index of the first part.
  public var startIndex: Int { 0 }
  /// The index behind the last part.
  public var endIndex: Int { handles.count }
  /// A part.
  /// - Complexity: O(1).
  public subscript(_ index: Int) -> Part { project.part(handles[index]) }
}
