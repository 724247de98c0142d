/// OpenAPI documents of any size, the same at every run.
enum SampleDocuments {
  /// How much an operation says.
  enum Detail: String, CaseIterable {
    /// About 1 KB: parameters, responses, every documented extension, some text that is not ASCII.
    case typical
    /// As little as a MOCK back end needs.
    case minimal
  }

  /// A document of at least `bytes` bytes.
  static func document(bytes: Int, _ detail: Detail, seed: Int = 0) -> [UInt8] {
    var text = Array("openapi: 3.0.0\ninfo: {title: sample, version: \"1.0.0\"}\npaths:\n".utf8)
    text.reserveCapacity(bytes + 2048)
    var number = seed
    while text.count < bytes {
      text.append(contentsOf: (detail == .typical ? typical(number) : minimal(number)).utf8)
      number += 1
    }
    return text
  }

  private static func minimal(_ number: Int) -> String {
    """
      /p\(number)/:
        get: {operationId: p\(number), x-apigw-service-timeout: 15, x-apigw-backend: {ServiceType: MOCK, \
    ServiceMockReturnMessage: ok}}

    """
  }

  private static func typical(_ number: Int) -> String {
    """
      /orders-\(number)/{orderId}/items:
        get:
          operationId: listItems\(number)
          summary: 查询订单商品 \(number)
          description: The items of one order, newest first; at most a hundred at a time.
          parameters:
            - {name: orderId, in: path, required: true, description: 订单号, schema: {type: string}}
            - name: page
              in: query
              required: false
              schema: {type: integer, default: 1}
          responses:
            '200': {description: the items}
            '404': {description: no such order}
          x-apigw-api-type: NORMAL
          x-apigw-api-business-type: NORMAL
          x-apigw-protocol: HTTP
          x-apigw-cors: true
          x-apigw-service-timeout: 15
          x-apigw-backend:
            ServiceType: HTTP
            ServiceConfig:
              Url: 'http://orders-\(number % 7).shop.cn:8080'
              Path: /v2/orders/{orderId}/items
              Method: GET

    """
  }
}
