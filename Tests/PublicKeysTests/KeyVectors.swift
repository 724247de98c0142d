/// Keys to test with. RSA-A is one public key in three forms; the pair RSA-B was made for these tests with openssl
/// and guards nothing.
enum KeyVectors {
  /// RSA, 2048 bits, as the documented JWK.
  static let rsaA = #"""
    {"e":"AQAB","kty":"RSA","n":"4RSGdy_tPJA-8EsTNQ79gMaAUNhFtaj9DtjYS2VqpTaTmQmdVqI7Du3g4bN2GihnSua\#
    65-VBZypnunnj0ljHPkHziqnCGiNlhKZ_jUARKzZAjyXR_jXlhcOWPtvfIy6qhzbuwwTvhaU-f5xsX6sYM9xrs1T8ckfOiZ8\#
    PKOr8K1YU-AncT5spoBiqH1R1BrhaVzZ9_zbdjqi9daAERjWj2OJalV8pziQlEHup5NN8aMCK2rwm7qcp6akTxkAuRb3s2Ok\#
    PwUs3xaH9UpMc27sgzVafYNQ7NCHar-0Nj_DfBNu4oP0sdrXQxYpw34JdiscqSgUNL6wB6nrvd-XIYe-42Q"}
    """#
  /// RSA-A as SPKI.
  static let rsaASPKI = """
    -----BEGIN PUBLIC KEY-----
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4RSGdy/tPJA+8EsTNQ79
    gMaAUNhFtaj9DtjYS2VqpTaTmQmdVqI7Du3g4bN2GihnSua65+VBZypnunnj0ljH
    PkHziqnCGiNlhKZ/jUARKzZAjyXR/jXlhcOWPtvfIy6qhzbuwwTvhaU+f5xsX6sY
    M9xrs1T8ckfOiZ8PKOr8K1YU+AncT5spoBiqH1R1BrhaVzZ9/zbdjqi9daAERjWj
    2OJalV8pziQlEHup5NN8aMCK2rwm7qcp6akTxkAuRb3s2OkPwUs3xaH9UpMc27sg
    zVafYNQ7NCHar+0Nj/DfBNu4oP0sdrXQxYpw34JdiscqSgUNL6wB6nrvd+XIYe+4
    2QIDAQAB
    -----END PUBLIC KEY-----
    """
  /// RSA-A as PKCS#1.
  static let rsaAPKCS1 = """
    -----BEGIN RSA PUBLIC KEY-----
    MIIBCgKCAQEA4RSGdy/tPJA+8EsTNQ79gMaAUNhFtaj9DtjYS2VqpTaTmQmdVqI7
    Du3g4bN2GihnSua65+VBZypnunnj0ljHPkHziqnCGiNlhKZ/jUARKzZAjyXR/jXl
    hcOWPtvfIy6qhzbuwwTvhaU+f5xsX6sYM9xrs1T8ckfOiZ8PKOr8K1YU+AncT5sp
    oBiqH1R1BrhaVzZ9/zbdjqi9daAERjWj2OJalV8pziQlEHup5NN8aMCK2rwm7qcp
    6akTxkAuRb3s2OkPwUs3xaH9UpMc27sgzVafYNQ7NCHar+0Nj/DfBNu4oP0sdrXQ
    xYpw34JdiscqSgUNL6wB6nrvd+XIYe+42QIDAQAB
    -----END RSA PUBLIC KEY-----
    """
  /// RSA, 1024 bits.
  static let rsa1024 = #"""
    {"e":"AQAB","kty":"RSA","n":"t5aEaSr-iP5Af6cym5B2D9TT6NkTzpk8sDXvgpW734qpR55x5fW3Wjw9NaljLF--zS6\#
    n-Vem26j--aIMGWfLC0o5PvF-ys1rTBM8gTjtu_ycCcHA4mSlvZr3pldWekL01ApELEckw9NfU_ANWR3RYVKEtYMl56LYdzu\#
    Q1ChxUKU"}
    """#
  /// An elliptic key on P-256.
  static let ecA = #"""
    {"kty":"EC","crv":"P-256","x":"TvqP9ksBd1hxy6VISovceEyWkoRMIx8PP8f6i90C60w","y":"t2SiC_X4qeupzNN\#
    ZAzOLH8d7aNqW1aUK63nLdkvHI1k"}
    """#
  /// EC-A as SPKI.
  static let ecASPKI = """
    -----BEGIN PUBLIC KEY-----
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAETvqP9ksBd1hxy6VISovceEyWkoRM
    Ix8PP8f6i90C60y3ZKIL9fip66nM01kDM4sfx3to2pbVpQrrect2S8cjWQ==
    -----END PUBLIC KEY-----
    """
  /// The public half of RSA-B, 1024 bits.
  static let rsaB = #"""
    {"e":"AQAB","kty":"RSA","n":"z6E1_nVIelPW50bpC-wC95_YHkSmwOr_C4ObzcsDLpCW2ybqiqmFWXspCwVliLjGFMf\#
    kM4gLfH7E-YZGCnGNCnee0tkFouyKWsvAWTaYQhnDA3eE11vYonqmgW4IkV1qXgbIfmnQ3uvydDJNSK_digxoLjFtuuGMhAo\#
    E77UUyGE"}
    """#
  /// RSA-B as SPKI.
  static let rsaBSPKI = """
    -----BEGIN PUBLIC KEY-----
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDPoTX+dUh6U9bnRukL7AL3n9ge
    RKbA6v8Lg5vNywMukJbbJuqKqYVZeykLBWWIuMYUx+QziAt8fsT5hkYKcY0Kd57S
    2QWi7Ipay8BZNphCGcMDd4TXW9iieqaBbgiRXWpeBsh+adDe6/J0Mk1Ir92KDGgu
    MW264YyECgTvtRTIYQIDAQAB
    -----END PUBLIC KEY-----
    """
  /// RSA-B as PKCS#1.
  static let rsaBPKCS1 = """
    -----BEGIN RSA PUBLIC KEY-----
    MIGJAoGBAM+hNf51SHpT1udG6QvsAvef2B5EpsDq/wuDm83LAy6Qltsm6oqphVl7
    KQsFZYi4xhTH5DOIC3x+xPmGRgpxjQp3ntLZBaLsilrLwFk2mEIZwwN3hNdb2KJ6
    poFuCJFdal4GyH5p0N7r8nQyTUiv3YoMaC4xbbrhjIQKBO+1FMhhAgMBAAE=
    -----END RSA PUBLIC KEY-----
    """
  /// RSA-B in a certificate.
  static let rsaBCertificate = """
    -----BEGIN CERTIFICATE-----
    MIIB9DCCAV2gAwIBAgIUFxdyG7jvhRoTeRnal093GtxKEF4wDQYJKoZIhvcNAQEL
    BQAwDDEKMAgGA1UEAwwBYTAeFw0yNjExMjcxNzQxMThaFw0zNjExMjQxNzQxMTha
    MAwxCjAIBgNVBAMMAWEwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBAM+hNf51
    SHpT1udG6QvsAvef2B5EpsDq/wuDm83LAy6Qltsm6oqphVl7KQsFZYi4xhTH5DOI
    C3x+xPmGRgpxjQp3ntLZBaLsilrLwFk2mEIZwwN3hNdb2KJ6poFuCJFdal4GyH5p
    0N7r8nQyTUiv3YoMaC4xbbrhjIQKBO+1FMhhAgMBAAGjUzBRMB0GA1UdDgQWBBT0
    GjwGnpg3rArMz1WHUkuSB1o7hDAfBgNVHSMEGDAWgBT0GjwGnpg3rArMz1WHUkuS
    B1o7hDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4GBAH+XETmurf5Z
    LjrYda5vTwnDopZn66VWwh+oM7vgRYRaMJHn+8rWrhceVT7dFkCaQw4bI8qHdawp
    5QnLdGuR9JjNEwGADYpu9gt2ZvB0t+G/ZMtzVqIcWwrI9hJftSqZC5k6gVinu/oG
    UI4Wg2KYAlgAW78mZ0iEquuH2rW6cpB9
    -----END CERTIFICATE-----
    """
  /// The private half of RSA-B as PKCS#1.
  static let rsaBPrivate = """
    -----BEGIN RSA PRIVATE KEY-----
    MIICWwIBAAKBgQDPoTX+dUh6U9bnRukL7AL3n9geRKbA6v8Lg5vNywMukJbbJuqK
    qYVZeykLBWWIuMYUx+QziAt8fsT5hkYKcY0Kd57S2QWi7Ipay8BZNphCGcMDd4TX
    W9iieqaBbgiRXWpeBsh+adDe6/J0Mk1Ir92KDGguMW264YyECgTvtRTIYQIDAQAB
    AoGAOLTT1VJc4CQDvpisT3g++zhpwyKG1IuZ6qAgLl1y2gXdXa9MQWC5Lc4oUH1B
    1Mx6NPS/C5/tWywYSfn1KScIGMSS6s2jKJCNZbB1tkh9I7/xWqtOFBMVJmxDpTsn
    0Bu32F5sJCpS2JANsJ/DJfPbIjCcqfwSaqt4zQRnO5HBX10CQQD1ZOHEZykxMLYd
    ZrdCnH6fpQXj8/8cprjI9o5VZ3gLAPHI2hOaG5sKGumm0D7T1rh/Q7dkAfXCgGCm
    wox5SVmbAkEA2Jp+Ca2ec08kTdh4fMCBSLNbWSwitAdXarBXzYMWqxokmNSfGDUH
    4n8Kxj8Klr6E1iT0xKIuKQYYeNaTcofzswJAEGhkaBt1t6JIKwMZMc0A8m+4Sxuf
    bS0Aof9KWQ+ICURQ5lsegGlkHnLaOJsn+EYdI/VFJ9yxsAWhcMUFW366DQJAfZa+
    Q4BOYg9ePmCoI7U+gNe1vHNxv66OCgcrMbazOwwScia+BDwjUTlWFvJQgmz++mc9
    IJHkb9bf85h+r6aSLwJAfCOWSs/Cgwsffl1OT+Y9EPhvAUhwCHgELu5sZXeYS7D4
    cdSIZHCkISGoja282N/LKiduzyEoDuq0RK/tSbyHsg==
    -----END RSA PRIVATE KEY-----
    """
  /// The private half of RSA-B as PKCS#8.
  static let rsaBPrivatePKCS8 = """
    -----BEGIN PRIVATE KEY-----
    MIICdQIBADANBgkqhkiG9w0BAQEFAASCAl8wggJbAgEAAoGBAM+hNf51SHpT1udG
    6QvsAvef2B5EpsDq/wuDm83LAy6Qltsm6oqphVl7KQsFZYi4xhTH5DOIC3x+xPmG
    RgpxjQp3ntLZBaLsilrLwFk2mEIZwwN3hNdb2KJ6poFuCJFdal4GyH5p0N7r8nQy
    TUiv3YoMaC4xbbrhjIQKBO+1FMhhAgMBAAECgYA4tNPVUlzgJAO+mKxPeD77OGnD
    IobUi5nqoCAuXXLaBd1dr0xBYLktzihQfUHUzHo09L8Ln+1bLBhJ+fUpJwgYxJLq
    zaMokI1lsHW2SH0jv/Faq04UExUmbEOlOyfQG7fYXmwkKlLYkA2wn8Ml89siMJyp
    /BJqq3jNBGc7kcFfXQJBAPVk4cRnKTEwth1mt0Kcfp+lBePz/xymuMj2jlVneAsA
    8cjaE5obmwoa6abQPtPWuH9Dt2QB9cKAYKbCjHlJWZsCQQDYmn4JrZ5zTyRN2Hh8
    wIFIs1tZLCK0B1dqsFfNgxarGiSY1J8YNQfifwrGPwqWvoTWJPTEoi4pBhh41pNy
    h/OzAkAQaGRoG3W3okgrAxkxzQDyb7hLG59tLQCh/0pZD4gJRFDmWx6AaWQecto4
    myf4Rh0j9UUn3LGwBaFwxQVbfroNAkB9lr5DgE5iD14+YKgjtT6A17W8c3G/ro4K
    BysxtrM7DBJyJr4EPCNROVYW8lCCbP76Zz0gkeRv1t/zmH6vppIvAkB8I5ZKz8KD
    Cx9+XU5P5j0Q+G8BSHAIeAQu7mxld5hLsPhx1IhkcKQhIaiNrbzY38sqJ27PISgO
    6rREr+1JvIey
    -----END PRIVATE KEY-----
    """
  /// The private half of RSA-B, encrypted.
  static let rsaBEncrypted = """
    -----BEGIN ENCRYPTED PRIVATE KEY-----
    MIIC3TBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIQCFdpB5ELl0CAggA
    MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAECBBCM1vW4Bpawue3QISAk654mBIIC
    gFvsa+haBVTQwOOhNHNgrBrPjxTLmqb48fqfBHxCUB2YKKeNflpKujoBX+scJ6Xc
    WcyG6UFgk0Ep+zxKfHT60QYbx6tSyfFm5+iNV2ZhXKz1kNAE/8VCXd23bmbcxrUq
    4ThP6AwXResSiYf0tASQap0XJV15hiQbh+Zet3SnUJquj4tdmDmsOijJWzU5ljqx
    q6kmj1THhiUiAPfplehJrEV0Bu14eUQ1U8AQr+Uk0FPysce/f3jcnLd0jT/5B/CV
    BhCtX7MU+RgtQpTL8GL7obQb+uy49956hIE6KuXgruu8dzMD3+LoFvXSiSFzNKCy
    WjcdsuwQHFFFCraNydYbzBS5NFAr/mvMYyvjt+TW2iGS0TSW2WpMOmT3Udm9EYLu
    HQhRZzpRbVGxseoAdof/o9nAi+haIfH1/CBcjh8n48Mh/cBHTpgVDoWIrOR/eCZ8
    ASf0WwVUfuOCxBeh/10YCi7c/uzoT83I17d3h33/56UshoIIuyAgu8ZVvF7gluOH
    WJoIxzgEGurTPrjcANRSNajsaGVydSBNctiXkHSylknrgFK6qTzt7+itmVKkqBbX
    NFLza1ifZm7NsysYoL9gYinRsbkzqtAC/XVSu6uVPJOtNZ7WSDdbks4ditvcKhfh
    TRn/yLXEE/DKseog9VkEh97rs2G9kkjpu9iIqGdWJyAURWjzcHJRwcX6Vii6kWvB
    243/FdWY6DYijZC/zTRY4Gr2+YHr8ymMPEYdB+PV/ufBWbbQJfZNVzswlkhrElsT
    ZAKI/k2ujOO/uHrOH4cY06oAvgFmWLii5SNg7IEFiKW+MNrNJArm+W2W8eci8CG7
    qw2GSyBQ/16Wr+SHBTuffNk=
    -----END ENCRYPTED PRIVATE KEY-----
    """
  /// The private half of RSA-B, encrypted in the older form.
  static let rsaBEncryptedTraditional = """
    -----BEGIN RSA PRIVATE KEY-----
    Proc-Type: 4,ENCRYPTED
    DEK-Info: AES-128-CBC,37166AA4E7933BAEAC05F8919D0173FF

    po6WzAyp9p7DCpY8303h28MYYe8FdVjUL4r5V6V6CZGr4gVd9nulGSHcqrgIVaND
    gbLOl4GhGi3GunzJZbAu1Q7vsA8QSZ0ClrHHFyxVk9rKQDrgGzXX5KgyDk1HWFTo
    TbUR9eQJ/YX2sAkQwRkFZ95ERPCEUDpG6Unh7ExEq2Q8Q/xjWIr2QjkshjXkqGaC
    Q/5xmq2EkfbNr1CISY+UpzVCtcUjv/h8kT8gE02IWL7axw8KlY6S58uoiV9Ejsvn
    N5iOTaYf1UTUj4JZ1lZM8qUF+52rPQeaz/SBT7jAUIwEI8qaC7NvT2tY51jyCzd3
    kLo4woPbfCuBWKjQdZ4Cf8f3Olo4oDVh9nuF32AQI5uHFZY0Q3PPLeTiWKOLzHNC
    8UcihA3yYXYgUY37glwf5znuwtiNCR4CSxU9xkikhLTh263UQG4YpTJnWJGWAGAd
    EMM78/uAr5OtX4RjfvGJ19e5iboNiCaYcbTOmFSI1cMsJYVL/IH/+wcKScpb8ivl
    fkYBcPtd4kRDBjk8pytZ+Jdvz7fu+Z67S53cpPYah3X7BymaKwq+4eSC5zV+kBgx
    KjdWuENgeqODD24QnNVOzfwrZc/F+WruT1Y6pGgvrduNnIeeQ9CoTAvgWPN7hqIC
    S3iNgSIu9yUZx1bNKi4Hpig7VogS/CiaBZAJICiQp9wRgH3KMCPCHVE4txNliun5
    ICuf1WhNby+xWBhoFIqisZzXD7X4H6eZCvOeDbkeJ4YTmybeIAl2og0+czdm2Uoc
    XXbb/y9QZ4miHw+DoGcoxxvJwjDfdCpWbSwUxfj2sak=
    -----END RSA PRIVATE KEY-----
    """
  /// RSA, 2048 bits, with the exponent 3.
  static let exponentThree = """
    -----BEGIN PUBLIC KEY-----
    MIIBIDANBgkqhkiG9w0BAQEFAAOCAQ0AMIIBCAKCAQEA2ua38yJKMFLLgASj1fR1
    FY4Q3o2SNOBTq64u9KLp/b9h28TFX4oZxCj7lzBo5ZgfuA/loaj16it0QIp0dInA
    s6LIoSReaOgSSX2zmIGLAURgG+cRtBuoZNeXLHwaqmeA/QtWuuaLNJ+XIA59nfpX
    dybTnKxK6NrvDWDHGVLxsvPCzucCWdBtSLAR/mLrXr+L+0BP05qOpA+3KUAYOQSE
    +OpQCcL1T3iOMXzrFqVJGVjL9Qv9lsBq794tob0kiKM8S6lU28t0g1u2mn4rGeFA
    znGcwGPNVkh2zW7s9jODU7FFPBwFz9/fr+H0NUs9PlI5CQNuF8wRW3RwJ+5lEcJ/
    yQIBAw==
    -----END PUBLIC KEY-----
    """
  /// A private elliptic key with the parameters in front.
  static let ecPrivate = """
    -----BEGIN EC PARAMETERS-----
    BggqhkjOPQMBBw==
    -----END EC PARAMETERS-----
    -----BEGIN EC PRIVATE KEY-----
    MHcCAQEEIBmrjlhLhBGCWtpdIJx/nQCM5enNw1BXr4UuZO1eJeP/oAoGCCqGSM49
    AwEHoUQDQgAE1PAwVvHPk5CHZtK0YpVGr0sJgYDEHQBU3HkKQB1vj5Z8jXkT+OAj
    K0kANOidGYnvOIYbMS1fPoPDwHrUGEtA7g==
    -----END EC PRIVATE KEY-----
    """
  /// An Ed25519 key.
  static let ed25519 = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEATlekeVUogLMf4YN3Vgpf2r3rs9dygg+dTYeZTpsopNc=
    -----END PUBLIC KEY-----
    """
  /// A private Ed25519 key.
  static let ed25519Private = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIPyw3xjme2RHxryJeIAckPLNMrR/Zte357WqXayP+qkw
    -----END PRIVATE KEY-----
    """
  /// An RSA key for PSS signatures alone.
  static let pss = """
    -----BEGIN PUBLIC KEY-----
    MIGdMAsGCSqGSIb3DQEBCgOBjQAwgYkCgYEAxolBFVvmCoCeaeP2CzGrB+ydut1v
    2pOIXwpZ1pf3zHG+BczKcFr8uQwPq4F6acni7bfffYoiAvcpYjkkDI647xVOmWTf
    o2OKZJ5Mbajv0LOZg1658yBxAX9j0zRkk0liw0SujgoRizP8sTsBWK7/+m3m+ozX
    3CKimXNzw0mGa98CAwEAAQ==
    -----END PUBLIC KEY-----
    """
  /// RSA-B as OpenSSH writes it.
  static let rsaBOpenSSH = #"""
    ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDPoTX+dUh6U9bnRukL7AL3n9geRKbA6v8Lg5vNywMukJbbJuqKqYVZeykL\#
    BWWIuMYUx+QziAt8fsT5hkYKcY0Kd57S2QWi7Ipay8BZNphCGcMDd4TXW9iieqaBbgiRXWpeBsh+adDe6/J0Mk1Ir92KDGgu\#
    MW264YyECgTvtRTIYQ== me@host
    """#

  /// The base64 of a PEM text, without its lines.
  static func body(_ pem: String) -> String {
    pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
  }
}
