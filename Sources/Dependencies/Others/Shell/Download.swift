// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// A command that gets something from the network: curl, wget and PowerShell's.
struct Download {
    let address: WebAddress
    /// Where it goes to; nil for standard output.
    let file: String?

    /// Nil for every other command, and where it is not told what to get.
    init?(_ call: ShellCall) {
        switch call.name {
        case "curl":
            let arguments = Arguments(call.arguments, valued: Download.curlValues)
            guard let address = Download.address(arguments.positional + Download.urls(arguments)) else { return nil }
            self.address = address
            file = Download.curlFile(call.arguments.map(\.text), address)
        case "wget", "wget2":
            let arguments = Arguments(call.arguments, valued: ["-O", "-P", "-o", "-t", "-T", "-U", "--header", "-e"])
            guard let address = Download.address(arguments.positional) else { return nil }
            self.address = address
            let named =
                Download.clustered("O", in: call.arguments.map(\.text)) ?? arguments.values("--output-document").last
            let output = named ?? Download.lastPart(of: address)
            file = output == "-" || output == "/dev/stdout" ? nil : output
        case "iwr", "irm", "invoke-webrequest", "invoke-restmethod", "fetch", "aria2c":
            let words = call.arguments.map(\.text)
            guard let address = words.lazy.compactMap({ WebAddress($0) }).first else { return nil }
            self.address = address
            let option = words.firstIndex { ["-outfile", "-o"].contains($0.lowercased()) }
            file = option.flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
        default: return nil
        }
    }

    /// The options of curl that take a word, source: curl.se/docs/manpage.html; those that get an address or a file
    /// apart.
    private static let curlValues: Set<String> = [
        "--header", "-H", "--data", "-d", "--data-raw", "--data-binary", "--user-agent", "-A", "--user", "-u",
        "--proxy", "-x",
        "--referer", "-e", "--cookie", "-b", "--cookie-jar", "-c", "--retry", "--retry-delay", "--retry-max-time",
        "--connect-timeout", "--max-time", "-m", "--request", "-X", "--upload-file", "-T", "--cacert", "--capath",
        "--cert",
        "--key", "--write-out", "-w", "--output", "-o", "--url", "--form", "-F", "--range", "-r", "--resolve", "--tlsv",
        "--proto", "--proto-default", "--ciphers", "--interface", "--limit-rate", "--max-redirs", "--netrc-file",
        "--config",
        "-K", "--output-dir", "--proto-redir", "--tls-max", "--oauth2-bearer", "--dns-servers", "--noproxy", "--socks5",
    ]

    private static func urls(_ arguments: Arguments) -> [ShellCommand.Word] {
        arguments.values("--url").map { ShellCommand.Word($0) }
    }

    /// The first word that is an address; curl and wget also take one without a scheme.
    private static func address(_ words: [ShellCommand.Word]) -> WebAddress? {
        if let found = words.lazy.compactMap({ WebAddress($0.text) }).first { return found }
        guard let bare = words.first(where: { $0.text.contains(".") || $0.text.hasPrefix("$") }),
            !bare.text.contains(" ")
        else {
            return nil
        }
        return WebAddress("https://" + bare.text)
    }

    private static func curlFile(_ words: [String], _ address: WebAddress) -> String? {
        if let named = clustered("o", in: words) ?? value(of: "--output", in: words) {
            return named == "-" ? nil : named
        }
        let isRemoteName = words.contains { $0 == "--remote-name" || isCluster($0) && $0.contains("O") }
        return isRemoteName ? lastPart(of: address) : nil
    }

    private static func isCluster(_ word: String) -> Bool {
        word.hasPrefix("-") && !word.hasPrefix("--") && word.utf8.dropFirst().allSatisfy(\.isLetter)
    }

    /// The word behind a letter that ends a cluster of short options: `-fsSLo file`.
    private static func clustered(_ letter: Character, in words: [String]) -> String? {
        for (place, word) in words.enumerated() {
            if isCluster(word), word.last == letter, place + 1 < words.count { return words[place + 1] }
            // `-qO-`: the file stands behind the letter itself.
            if word.hasPrefix("-"), !word.hasPrefix("--"), word.hasSuffix("\(letter)-") { return "-" }
        }
        return nil
    }

    private static func value(of option: String, in words: [String]) -> String? {
        for (place, word) in words.enumerated() {
            if word == option, place + 1 < words.count { return words[place + 1] }
            if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
        }
        return nil
    }

    private static func lastPart(of address: WebAddress) -> String {
        address.name.split(separator: "/").last.map(String.init) ?? address.name
    }
}
