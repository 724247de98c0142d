import Dialects
import Foundation
import GatewayModel
import Testing
import YAMLDocument

/// What a file is taken for, by its content alone.
@Suite struct RecognitionTests {
  private func recognise(_ text: String) -> Recognition { Dialects.recognise(YAMLDocument.parse(Array(text.utf8))) }

  @Test(arguments: [
    ("component: apigateway\nname: a\n", Dialect.componentAPIGateway),
    ("component: '@serverless/tencent-apigateway@0.4.2'\ninputs: {}\n", .componentAPIGateway),
    ("component: tencent-express\nname: a\ninputs:\n", .componentFramework),
    ("component: express@dev\nname: a\ninputs: {faas: {name: a}, apigw: {name: b}}\n", .componentFlat),
    ("component: wordpress\nname: a\ninputs:\n", .componentFlat),
    ("component: http@0.0.1\nname: a\n", .componentHTTP),
    ("component: dedecms\nname: a\ninputs: {faas: {}, apigw: {environment: release}}\n", .componentFlat),
    ("component: scf\nname: a\ninputs: {events: [{apigw: }]}\n", .componentSCF),
    ("component: scf\nname: a\ninputs: {autoCreateApi: true}\n", .componentSCF),
    ("component: scf\nname: a\ninputs: {triggers: [{type: apigw, apis: []}]}\n", .componentSCF),
    ("component: multi-scf\nname: a\ninputs: {triggers: [{type: apigw}]}\n", .componentMultiSCF),
    ("a: {component: '@serverless/tencent-koa', inputs: {}}\n", .componentsV1),
    ("service: s\nprovider: tencent\nfunctions: {f: {events: [{apigw: {}}]}}\n", .frameworkPlugin),
    ("service: s\nprovider: {name: qcloud}\nfunctions: {f: {events: [{http: GET /a}]}}\n", .frameworkPlugin),
    ("Resources: {ns: {f: {Type: x}, Type: 'TencentCloud::Serverless::Namespace'}}\n", .tcsam),
    ("a: {Component: apigateway, Provider: tencent, Properties: {}}\n", .serverlessDevs),
  ])
  func knowsServerlessFiles(_ text: String, _ dialect: Dialect) {
    #expect(recognise(text) == .gateway(dialect))
  }

  @Test(arguments: [
    "component: scf\nname: a\ninputs: {events: [{timer: {}}, {http: {}}]}\n",
    "component: multi-scf\nname: a\ninputs: {triggers: [{type: timer}]}\n",
    "component: website\nname: a\ninputs: {}\n",
    "component: apigateway\nvars: {}\n",
    "components: {terraform: {gateway: {component: apigateway, vars: {}}}}\n",
    "service: s\nprovider: {name: huawei}\nfunctions: {f: {events: [{apigw: {env_id: a, req_method: GET, path: /}}]}}\n",
    "service: s\nprovider: {name: aws}\nfunctions: {f: {events: [{http: {path: a, method: get}}]}}\n",
    "service: s\nprovider: {name: tencent}\nfunctions: {f: {handler: index.main}}\n",
    "AWSTemplateFormatVersion: '2010-09-09'\nResources: {a: {Type: 'AWS::Serverless::Api'}}\n",
    "ROSTemplateFormatVersion: '2015-09-01'\nResources: {a: {Type: 'Aliyun::Serverless::Api'}}\n",
    "name: apigateway\ntype: component\nactions: {deploy: {inputs: {serviceId: {type: string}}}}\ncomponent: apigateway\n",
    "apiVersion: v1\nkind: ConfigMap\nspec: {component: '@serverless/tencent-express', inputs: {}}\n",
    "a: {Component: fc, Provider: alibaba, Properties: {}}\n",
    "a: {component: '@serverless/tencent-website', inputs: {}}\n",
    "envId: x\nfunctions: [{name: f, servicePath: /f}]\nframework: {plugins: {}}\n",
  ])
  func passesOverLookAlikes(_ text: String) {
    #expect(recognise(text) == .other)
  }

  @Test(.enabled(if: Corpus.isPresent)) func knowsEveryFileOfTheCorpusAsItsFolderSays() {
    for (folder, dialects) in Self.folders {
      for (name, bytes) in Corpus.files(below: folder) {
        let yaml = YAMLDocument.parse(bytes)
        let recognition = Dialects.recognise(yaml)
        if case .gateway(let dialect) = recognition {
          #expect(dialects.contains(dialect), "\(folder)/\(name)")
          if yaml.problem == nil { _ = Dialects.read(yaml, as: dialect, file: name) }
        } else {
          #expect(dialects.isEmpty, "\(folder)/\(name)")
        }
      }
    }
  }

  private static let folders: [(String, Set<Dialect>)] = [
    ("sls-apigateway", [.componentAPIGateway]), ("sls-scf", [.componentSCF]),
    ("sls-multi-scf", [.componentMultiSCF]),
    ("sls-framework", [.componentFramework, .componentFlat, .componentHTTP]),
    ("sls-v1-framework", [.componentsV1]), ("sls-v1-scf", [.componentsV1]), ("tcsam", [.tcsam]),
    ("sls-plugin-tencent", [.frameworkPlugin]), ("sdevs-tencent", [.serverlessDevs]), ("negatives", []),
  ]
}

/// Files beside the package that tests read when they are there.
enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  /// Every file below a folder of the corpus, sorted by path.
  static func files(below name: String) -> [(name: String, bytes: [UInt8])] {
    let root = folder.appending(path: name)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.sorted().compactMap { path in
      FileManager.default.contents(atPath: root.appending(path: path).path).map { (path, [UInt8]($0)) }
    }
  }
}
