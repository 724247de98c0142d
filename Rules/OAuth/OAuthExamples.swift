/// Keys and APIs that the examples of several rules share.
enum OAuthExamples {
  /// An RSA key of 2048 bits in the documented form.
  static let key =
    #"{"e":"AQAB","kty":"RSA","n":"\#(modulus)"}"#

  static let modulus =
    "4RSGdy_tPJA-8EsTNQ79gMaAUNhFtaj9DtjYS2VqpTaTmQmdVqI7Du3g4bN2GihnSua65-VBZypnunnj0ljHPkHziqnCGiNlhKZ_jUARKzZAjyXR_"
    + "jXlhcOWPtvfIy6qhzbuwwTvhaU-f5xsX6sYM9xrs1T8ckfOiZ8PKOr8K1YU-AncT5spoBiqH1R1BrhaVzZ9_zbdjqi9daAERjWj2OJalV8pziQlEHup"
    + "5NN8aMCK2rwm7qcp6akTxkAuRb3s2OkPwUs3xaH9UpMc27sgzVafYNQ7NCHar-0Nj_DfBNu4oP0sdrXQxYpw34JdiscqSgUNL6wB6nrvd-XIYe-42Q"

  /// An authorization API with this value behind `PublicKey:`, in a mapping of one line.
  static func api(publicKey: String) -> String {
    api(config: "{TokenLocation: method.req.header.authorization, PublicKey: \(publicKey)}")
  }

  /// An authorization API with this value behind `x-apigw-oauth-config:`.
  static func api(config: String) -> String {
    """
    paths:
      /token:
        get:
          operationId: issueToken
          x-apigw-auth-type: OAUTH
          x-apigw-api-business-type: OAUTH
          x-apigw-oauth-config: \(config)
    """
  }

  /// An authorization API with these lines behind `PublicKey:`, in a mapping of several lines.
  static func api(publicKeyLines: String) -> String {
    let lines = publicKeyLines.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n            ")
    return """
      paths:
        /token:
          get:
            operationId: issueToken
            x-apigw-auth-type: OAUTH
            x-apigw-api-business-type: OAUTH
            x-apigw-oauth-config:
              TokenLocation: method.req.header.authorization
              PublicKey: \(lines)
      """
  }

  /// The page of the vendor that all OAuth rules rest on.
  static let page = "https://cloud.tencent.com/document/product/628/38393"
}
