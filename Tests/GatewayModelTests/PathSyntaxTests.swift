import GatewayModel
import Testing

@Suite struct PathSyntaxTests {
  @Test(arguments: [
    ("/orders/{orderId}", ["orderId"]),
    ("/{X-NameSpace-Code}/{X-MicroService-Name}/service", ["X-NameSpace-Code", "X-MicroService-Name"]),
    ("/v/[0-9]{2}", []),
    ("/v/[0-9]{2,}/{id}", ["id"]),
    ("/v/x{2,4}", []),
    ("/{}", []),
    ("/{a b}", []),
    (#"/\{literal\}/{id}"#, ["id"]),
    (#"/\\{id}"#, ["id"]),
    ("/{a/{id}", ["id"]),
    ("/}{", []),
    ("/{a_1.b}", ["a_1.b"]),
  ])
  func namesAreVariablesAndQuantifiersAreNot(_ path: String, _ names: [String]) {
    #expect(PathSyntax.variables(in: path.utf8).map(\.name) == names)
  }

  @Test func rangeCoversTheBraces() {
    let path = "/订单/{id}/x"
    let variable = PathSyntax.variables(in: path.utf8)[0]
    #expect(String(decoding: Array(path.utf8)[variable.range], as: UTF8.self) == "{id}")
  }
}
