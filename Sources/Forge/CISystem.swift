// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

/// The CI whose word on what to judge counts: values of `--ci`.
package enum CISystem: String, Sendable, CaseIterable {
    /// Whichever the environment shows.
    case auto
    /// GitHub Actions, and Gitea's and Forgejo's, which speak alike.
    case github
    case gitlab
    /// Not looked for.
    case none

    /// The most bytes of an event that are read: GitHub's own limit for a payload, 25 MiB.
    package static let eventLimit = 25 << 20

    /// What runs us; never `auto`.
    package func detected(in environment: [String: String]) -> CISystem {
        guard self == .auto else { return self }
        if environment["GITHUB_ACTIONS"] == "true" { return .github }
        return environment["GITLAB_CI"] == "true" ? .gitlab : .none
    }

    /// The file to hand to `situation`; nil where the environment says everything.
    package func eventPath(in environment: [String: String]) -> String? {
        detected(in: environment) == .github ? CIEnvironment(values: environment)["GITHUB_EVENT_PATH"] : nil
    }

    /// What CI says of itself, whatever is judged; nil without CI.
    package func context(in environment: [String: String]) throws(ForgeError) -> CIContext? {
        let variables = CIEnvironment(values: environment)
        switch detected(in: environment) {
        case .github: return try GitHub(environment: variables, event: nil).context()
        case .gitlab: return try GitLab(environment: variables).context()
        case .auto, .none: return nil
        }
    }

    /// What CI asks to judge: `event` is the content of the file at `eventPath`. Nil without CI.
    package func situation(in environment: [String: String], event: [UInt8]?) throws(ForgeError) -> Situation? {
        let variables = CIEnvironment(values: environment)
        switch detected(in: environment) {
        case .github: return try GitHub(environment: variables, event: event).situation()
        case .gitlab: return try GitLab(environment: variables).situation()
        case .auto, .none: return nil
        }
    }
}
