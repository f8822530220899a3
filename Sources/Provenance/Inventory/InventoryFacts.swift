// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

package import Gate

extension ProvenanceReader {
    /// The person who stands behind a commit, with the account of the address where it has one: the author, else the
    /// committer, where they are neither AI nor a robot. Nil where neither is a person.
    package func mailbox(of commit: Commit, _ people: People) -> (key: String, account: String?)? {
        for signature in [commit.author, commit.committer] {
            let identity = signature.identity
            let isAgent = matcher.matches(identity).contains { !$0.marksPerson }
            guard !isAgent, !Automation.isRobot(identity), !identity.email.isEmpty else { continue }
            return (people.canonical(identity).key, identity.account)
        }
        return nil
    }

    /// Ids of the tools that name their branches like this. `name`: without `refs/heads/`.
    package func tools(ofBranch name: String) -> [(tool: String, prefix: String)] {
        let name = name.lowercased()
        return matcher.catalogue.branches.filter { name.hasPrefix($0.prefix) }
            .map { (matcher.catalogue.tools[$0.tool].id, $0.prefix) }
    }
}

extension ToolCatalogue {
    /// The id of the tool that an export calls by that name, id or in any case; nil for one that is not known.
    package func id(called name: String) -> String? {
        let folded = name.lowercased()
        if let tool = tools.first(where: { $0.id == folded }) { return tool.id }
        return ToolNames(self).tool(named: name[...]).map { tools[$0].id }
    }
}

extension People {
    /// The mailbox that stands for an account of an export: an address, or a login, which is looked for among the
    /// no-reply addresses that `.mailmap` names.
    package func mailbox(ofAccount account: String) -> String {
        if account.contains("@") { return canonical(Identity(name: "", email: account)).key }
        let login = account.lowercased()
        let address = login + "@users.noreply.github.com"
        let known = canonical(Identity(name: "", email: address)).key
        return known == address ? login : known
    }
}
