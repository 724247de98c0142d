import GatewayModel
import GatewayRouting
import Testing

@Suite struct DerivedValueTests {
  /// An editor makes a project for every keystroke: what is kept of one must not keep it.
  @Test func aProjectIsFreedWithWhatWasDerivedFromIt() throws {
    weak var project: Project?
    func use() throws -> Int {
      let made = ManifestProject.read(
        """
        Service: {ServiceName: shop, Protocol: http}
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/a/{id}', Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """)
      project = made
      let service = try #require(made.services.first)
      return ServiceFront.of(service, in: made).routes.apis.count
    }
    #expect(try use() == 1)
    #expect(project == nil)
  }
}
