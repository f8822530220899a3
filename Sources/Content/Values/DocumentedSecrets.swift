// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// Values that standards and vendors publish as samples, so that they open nothing.
enum DocumentedSecrets {
    static func contains(_ value: [UInt8]) -> Bool { values.contains(value.string) }

    private static let values = Set(oauth + emulators + clouds)

    /// RFC 5849 (OAuth 1.0), RFC 6749 (OAuth 2.0), RFC 6750 (bearer tokens), RFC 7519 and 7515 (JSON Web Tokens), and
    /// the OAuth Core 1.0 specification, appendix A.
    private static let oauth = [
        "0685bd9184jfhq22", "ad180jjd733klru7", "kkk9d7dh3k39sjv7", "jd83jd92dhsh93js", "9djdj82h48djs9d2",
        "j49sk3j29djd", "dh893hdasih9", "dpf43f3p2l4k3l03", "kd94hf93k423kf44", "hh5s93j4hdidpola", "hdhd0244k9j7ao03",
        "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00", "7fhKDkd9s83jd", "2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA",
        "SplxlOBeZQQYbYS6WxSbIA", "7Fjfp0ZBr1KtDRbnfVdmIw", "gX1fBat3bV", "mF_9.B5f-4.1JqM",
        "czZCaGRSa3F0MzpnWDFmQmF0M2JW",
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
        "QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    ]
    /// The accounts of Azurite and of the Cosmos DB emulator, the same in every installation.
    private static let emulators = [
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==",
    ]
    /// The pair of the AWS documentation.
    private static let clouds = ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "AKIAIOSFODNN7EXAMPLE"]
}
