import GatewayModel
import Linting
import YAMLDocument

extension Field {
  /// What the value was read as, for messages.
  var kindText: Text {
    switch (shape, scalar) {
    case (.mapping, _): Text(en: "a mapping", zh: "映射")
    case (.list, _): Text(en: "a list", zh: "列表")
    case (.scalar, .bool): Text(en: "a truth value", zh: "布尔值")
    case (.scalar, .integer), (.scalar, .float): Text(en: "a number", zh: "数字")
    case (.scalar, .string): Text(en: "text", zh: "文本")
    default: Text(en: "null", zh: "空值")
    }
  }
}
