/// A tree of files as a repository holds them: a few gateway definitions among much else.
enum MixedDocuments {
  /// `count` files, each kind in turn, none like the other.
  static func documents(count: Int) -> [[UInt8]] {
    (0..<count).map { index in
      Array(kinds[index % kinds.count].replacing("NAME", with: "name\(index)", maxReplacements: 64).utf8)
    }
  }

  private static let environment = (0..<20).map { "        - {key: KEY_\($0), value: 'value of NAME number \($0)'}" }
    .joined(separator: "\n")
  private static let list = (0..<40).map { "      - {name: NAME-\($0), value: text \($0), enabled: true}" }
    .joined(separator: "\n")

  private static let kinds: [String] = [
    "component: http\nname: NAME\ninputs:\n  faas:\n    framework: koa\n    environments:\n\(environment)\n  apigw:\n"
      + "    protocols: [http, https]\n    api: {cors: true, timeout: 30}\n",
    "component: scf\nname: NAME\ninputs:\n  timeout: 10\n  environments:\n\(environment)\n  events:\n    - apigw:\n"
      + "        parameters: {endpoints: [{path: /NAME, method: GET, serviceTimeout: 10}]}\n",
    "NAME:\n  component: '@serverless/tencent-express'\n  inputs:\n    environment:\n\(environment)\n"
      + "    apigatewayConf: {protocols: [https]}\n",
    "Resources:\n  default:\n    Type: TencentCloud::Serverless::Namespace\n    NAME:\n"
      + "      Type: TencentCloud::Serverless::Function\n      Properties: {Handler: index.main, Timeout: 3}\n",
    "openapi: 3.0.0\ninfo: {title: NAME, version: '1'}\ntags:\n\(list)\npaths:\n  /NAME:\n    get:\n"
      + "      operationId: NAME\n      x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}\n",
    "openapi: 3.0.0\ninfo: {title: NAME, version: '1'}\ntags:\n\(list)\npaths:\n  /NAME: {get: {operationId: NAME}}\n",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: NAME}\nspec:\n  template:\n    containers:\n\(list)\n",
    "name: NAME\non: [push]\njobs:\n  build:\n    steps:\n\(list)\n",
    "{\"name\": \"NAME\", \"version\": \"1.0.0\", \"dependencies\": {"
      + (0..<60).map { "\"package-\($0)\": \"^\($0).1.0\"" }.joined(separator: ", ") + "}}\n",
    "version: '3'\nservices:\n  NAME:\n    image: NAME\n    environment:\n\(list)\n",
    "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  NAME:\n    Type: AWS::Serverless::Api\n    Tags:\n\(list)\n",
    "service: NAME\nprovider: {name: aws}\nfunctions:\n  NAME:\n    events:\n\(list)\n",
  ]
}
