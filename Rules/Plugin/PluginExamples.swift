/// What the examples and findings of several rules about plugins share.
enum PluginExamples {
  /// How many places a finding names beside its own.
  static let relatedLimit = 5

  /// An import document of MOCK APIs, each given as `method /path name`, with further lines for each operation.
  static func apis(_ list: [String], lines: [String] = []) -> String {
    var text = "openapi: 3.0.0\ninfo: {title: a, version: \"1.0.0\"}\npaths:\n"
    for api in list {
      let words = api.split(separator: " ")
      text += "  \(words[1]):\n    \(words[0]):\n      operationId: \(words[2])\n"
      for line in lines { text += "      \(line)\n" }
      text += "      x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}\n"
      text += "      responses: {'200': {description: ok}}\n"
    }
    return text
  }
}
