import ArgumentParser
import Dialects
import Engine
import GatewayModel
import Linting
import Reporting
import Rules

/// `gwlint schema`.
struct SchemaCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a JSON Schema for editors.",
    discussion: """
      The schema (draft 2020-12) says which keys and values a file may have; what gwlint's rules find needs more than \
      that. `config` is the schema of .gwlint.yml. For the YAML language server, write the schema to a file and name it \
      in its settings or in a comment at the top of a file: `# yaml-language-server: $schema=gateway.schema.json`.
      """)

  @Argument(help: ArgumentHelp("Kind of file.", valueName: SchemaKind.names))
  var kind: SchemaKind

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    StandardStream.output.write(kind.schema(in: common.machineLanguage))
    return ExitStatus.clean
  }
}

/// A kind of file that has a schema.
enum SchemaKind: String, ExpressibleByArgument, CaseIterable {
  case openapi, manifest, config

  static let names = allCases.map(\.rawValue).joined(separator: "|")

  func schema(in language: Language) -> String {
    switch self {
    case .openapi:
      JSONSchema(
        .openAPI,
        title: Text(
          en: "OpenAPI document for Tencent Cloud API Gateway", zh: "腾讯云 API 网关的 OpenAPI 文档"), language: language
      ).text
    case .manifest:
      JSONSchema(
        .manifest, title: Text(en: "gwlint manifest of a gateway service", zh: "gwlint 网关服务清单"), language: language
      ).text
    case .config: ConfigurationSchema(RuleCatalogue(allRules), language).text
    }
  }
}
