import GatewayModel
import Testing

@Suite struct MapFromTests {
  @Test func documentedFormIsReadAndWritten() throws {
    let source = try #require(MapFrom("method.req.header.X-NameSpace-Code"))
    #expect(source.position == .header)
    #expect(source.name == "X-NameSpace-Code")
    #expect(source.text == "method.req.header.X-NameSpace-Code")
  }

  @Test(arguments: [
    "", "method.req.header.", "method.req.header", "method.req.body.x", "Method.req.header.x", "method.req.Header.x",
    "method.req.header.a.b", "method.req.header.a b", "req.header.x", " method.req.header.x",
  ])
  func otherFormsAreNotRead(_ text: String) {
    #expect(MapFrom(text) == nil)
  }

  @Test(arguments: [
    ("Method.Req.Header.X", "method.req.header.X"), ("method.request.header.X", "method.req.header.X"),
    ("METHOD.REQ.PATH.id", "method.req.path.id"),
  ])
  func caseAndPrefixAreMended(_ text: String, _ mended: String) {
    #expect(MapFrom.mended(text)?.text == mended)
  }

  @Test(arguments: ["method.req.header.X", "header.X", "method.req.cookie.X", "method.response.header.X"])
  func whatIsRightOrUncertainIsNotMended(_ text: String) {
    #expect(MapFrom.mended(text) == nil)
  }
}
