import GatewayModel
import Testing
import TestSupport

@Suite struct ParsedURLTests {
  @Test func componentsStandWhereTheyAreWritten() throws {
    let url = ParsedURL("https://user:pw@api.shop.cn:8443/v1/a?x=1&y=/?#top?")
    #expect(url.schemeName == "https")
    #expect(url.isSchemeDelimited)
    #expect(url.text(try #require(url.userinfo)) == "user:pw")
    #expect(url.hostName == "api.shop.cn")
    #expect(url.portNumber == 8443)
    #expect(url.text(url.path) == "/v1/a")
    #expect(url.text(try #require(url.query)) == "x=1&y=/?")
    #expect(url.text(try #require(url.fragment)) == "top?")
    #expect(url.hostAndPort == "api.shop.cn:8443")
  }

  @Test func textWithoutSchemeIsHostPortAndPath() {
    let url = ParsedURL("a.shop.cn:80/v1")
    #expect(url.scheme == nil)
    #expect(url.hostName == "a.shop.cn")
    #expect(url.portNumber == 80)
    #expect(url.text(url.path) == "/v1")
    #expect(ParsedURL("localhost:8080").hostName == "localhost")
    #expect(ParsedURL("//a.cn/x").hostName == "a.cn")
    #expect(ParsedURL("http:8080").hostName == "http")
  }

  @Test(arguments: ["http:/a.cn:80/x", "http:a.cn:80/x", "HTTP//a.cn:80/x"])
  func schemeWithHalfADelimiterIsOne(_ text: String) {
    let url = ParsedURL(text)
    #expect(url.schemeName == "http")
    #expect(!url.isSchemeDelimited)
    #expect(url.hostName == "a.cn")
    #expect(url.portNumber == 80)
    #expect(url.text(url.path) == "/x")
  }

  @Test func hostMayBeMissing() {
    #expect(ParsedURL("http://").host.isEmpty)
    #expect(ParsedURL("http:///x").host.isEmpty)
    #expect(ParsedURL("http://:80").host.isEmpty)
    #expect(ParsedURL("http://:80").portNumber == 80)
    #expect(ParsedURL("").host.isEmpty)
    #expect(ParsedURL("/only/a/path").host.isEmpty)
  }

  @Test func ipv6StandsInBrackets() {
    let url = ParsedURL("http://[2001:db8::1]:8080/x")
    #expect(url.hostName == "2001:db8::1")
    #expect(url.isHostBracketed)
    #expect(url.portNumber == 8080)
    #expect(url.hostAndPort == "[2001:db8::1]:8080")
    let bare = ParsedURL("http://2001:db8::1/x")
    #expect(bare.hostName == "2001:db8::1")
    #expect(bare.lacksBrackets)
    #expect(bare.hostAndPort == "[2001:db8::1]")
    #expect(ParsedURL("http://[::1").address == nil)
    #expect(ParsedURL("http://[::1]x").address == nil)
  }

  @Test(arguments: ["0", "65536", "8xxx", "", "99999999999999999999", "-1", "+80", "８０"])
  func portOutsideItsRangeIsNone(_ port: String) {
    let url = ParsedURL("http://a.cn:\(port)")
    #expect(url.port != nil)
    #expect(url.portNumber == nil)
    #expect(url.hostName == "a.cn")
  }

  @Test(arguments: [("1", UInt16(1)), ("65535", 65535), ("00080", 80)])
  func portInsideItsRangeIsRead(_ text: String, _ number: UInt16) {
    #expect(ParsedURL("http://a.cn:\(text)").portNumber == number)
  }

  @Test func componentsOfAnyBytesCoverTheTextInOrder() {
    let alphabet = Array("ah:/@?#[].1 %\u{FF}".utf8)
    var generator = SeededGenerator(77)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...14, using: &generator)).map { _ in alphabet.randomElement(using: &generator)!
      }
      let url = ParsedURL(bytes)
      let ranges = [url.scheme, url.userinfo, url.host, url.port, url.path, url.query, url.fragment].compactMap { $0 }
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "\(bytes)")
      #expect((ranges.last?.upperBound ?? 0) == bytes.count, "\(bytes)")
    }
  }
}

@Suite struct IPAddressTests {
  private func address(_ text: String) -> IPAddress? { IPAddress(text.utf8) }

  @Test func dottedQuadIsRead() {
    #expect(address("127.0.0.1") == .v4(0x7F00_0001))
    #expect(address("255.255.255.255") == .v4(0xFFFF_FFFF))
  }

  @Test(arguments: ["1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.x", "0x7f.0.0.1", "", "a.cn", "1..2.3"])
  func otherDotsAreNoAddress(_ text: String) {
    #expect(address(text) == nil)
  }

  @Test func ipv6IsReadInEveryForm() {
    #expect(address("::") == .v6(high: 0, low: 0))
    #expect(address("::1") == .v6(high: 0, low: 1))
    #expect(address("fe80::1%eth0") == .v6(high: 0xFE80_0000_0000_0000, low: 1))
    #expect(address("2001:db8:0:0:0:0:0:1") == address("2001:DB8::1"))
    #expect(address("1::") == .v6(high: 0x0001_0000_0000_0000, low: 0))
    #expect(address("::ffff:127.0.0.1")?.unmapped == .v4(0x7F00_0001))
  }

  @Test(arguments: [":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g", "::1.2.3", "1:2"])
  func otherColonsAreNoAddress(_ text: String) {
    #expect(address(text) == nil)
  }

  @Test func networkContainsWhatSharesItsPrefix() throws {
    let private8 = try #require(IPNetwork("10.0.0.0/8".utf8))
    #expect(private8.contains(.v4(0x0AFF_FFFF)))
    #expect(!private8.contains(.v4(0x0B00_0000)))
    #expect(!private8.contains(.v6(high: 0, low: 0)))
    let linkLocal = try #require(IPNetwork("fe80::/10".utf8))
    #expect(linkLocal.contains(.v6(high: 0xFEBF_FFFF_FFFF_FFFF, low: 7)))
    #expect(!linkLocal.contains(.v6(high: 0xFEC0_0000_0000_0000, low: 7)))
    let narrow = try #require(IPNetwork("2001:db8::8/125".utf8))
    #expect(narrow.contains(.v6(high: 0x2001_0DB8_0000_0000, low: 15)))
    #expect(!narrow.contains(.v6(high: 0x2001_0DB8_0000_0000, low: 16)))
    #expect(try #require(IPNetwork("0.0.0.0/0".utf8)).contains(.v4(42)))
    #expect(try #require(IPNetwork("1.2.3.4".utf8)).prefixLength == 32)
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "/8", "::/129", "10.0.0.0/-1", "a.cn/8"])
  func otherBlocksAreNone(_ text: String) {
    #expect(IPNetwork(text.utf8) == nil)
  }
}

@Suite struct HostNameTests {
  @Test(arguments: ["a.cn", "my-host.shop.cn.", "localhost", "xn--fiq228c.cn", "网关.cn", "1.a", "A.CN"])
  func soundNamesHaveNoDefect(_ name: String) {
    #expect(HostName.defect(in: name.utf8) == nil)
  }

  @Test func defectsAreNamed() {
    #expect(HostName.defect(in: "".utf8) == .empty)
    #expect(HostName.defect(in: "a..cn".utf8) == .emptyLabel)
    #expect(HostName.defect(in: ".a.cn".utf8) == .emptyLabel)
    #expect(HostName.defect(in: "my_host".utf8) == .character(UInt8(ascii: "_")))
    #expect(HostName.defect(in: "-a.cn".utf8) == .hyphenAtEdge)
    #expect(HostName.defect(in: "a-.cn".utf8) == .hyphenAtEdge)
    #expect(HostName.defect(in: "10.0.0.256".utf8) == .numericLastLabel)
    #expect(HostName.defect(in: String(repeating: "a", count: 64).utf8) == .labelTooLong)
    #expect(HostName.defect(in: String(repeating: "a", count: 63).utf8) == nil)
    let long = Array(repeating: String(repeating: "a", count: 49), count: 5).joined(separator: ".")
    #expect(HostName.defect(in: (long + ".aaa").utf8) == nil)
    #expect(HostName.defect(in: (long + ".aaaa").utf8) == .tooLong)
  }
}
