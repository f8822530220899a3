// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Gate
import Git
import Provenance

/// `aigate trailer`
struct TrailerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trailer", abstract: "Print the declaration of AI use to add, in the policy's form.",
        discussion: """
            By HEAD's policy. With a revision: whether that commit may have it, by the paths it changes. Ends with 1 \
            where the policy forbids the trailer or the tool.

              aigate trailer                                           the tools that are known
              aigate trailer claude-code --model claude-opus-4-6       the trailer
              aigate trailer cursor --model gpt-5 --amend-hint HEAD~2  the command that adds it to that commit
              aigate trailer none                                      that no AI was used
            """)

    @Argument(help: ArgumentHelp("A tool's id or name, or none.", valueName: "tool"))
    var tool: String?

    @Argument(help: ArgumentHelp("The commit to declare it in. Default: HEAD.", valueName: "revision"))
    var revision: String?

    @Option(help: ArgumentHelp("The model, or for generated-by the tool's version.", valueName: "name"))
    var model: String?

    @Flag(help: "List the tools that are known, each with an example.")
    var toolList = false

    @Flag(help: "Print the git command that adds the trailer.")
    var amendHint = false

    @OptionGroup var policy: PolicyOptions

    @Option(help: ArgumentHelp("The repository, or a folder in it. Default: GIT_DIR, else here.", valueName: "folder"))
    var repository: String?

    func validate() throws {
        if toolList, tool != nil { throw ValidationError("give a tool, or --tool-list") }
        if tool == "none", model != nil { throw ValidationError("none has no model") }
        if tool == nil, model != nil || amendHint { throw ValidationError("name a tool; 'aigate trailer' lists them") }
    }

    func run() throws {
        try explaining {
            let ai = try CurrentPolicy(options: policy, folder: repository).set().repository.ai
            guard let tool else { return list(ai.form) }
            let commit = try commit()
            let trailer = tool == "none" ? DeclarationForm.withoutAI : try declaration(of: tool, ai, commit)
            Console.out(Outgoing.masked(amendHint ? try hint(trailer, commit) : trailer))
        }
    }

    /// In the policy's form. Throws where the policy does not allow it in the commit.
    private func declaration(of tool: String, _ ai: AIPolicy, _ commit: Commit?) throws -> String {
        let declared = try Declared(tool, model: model, form: ai.form)
        try refuse(declared.tool, ai, commit)
        return declared.trailer
    }

    /// Id, name and example, with a TAB between them.
    private func list(_ form: DeclarationForm) {
        for tool in ToolCatalogue.embedded.namable {
            let example =
                form == .coAuthoredBy && tool.address == nil
                ? "no address is known: not in this form"
                : form.declaration(tool: tool.shortName, model: nil, address: tool.address)
            Console.out("\(tool.id)\t\(tool.shortName)\t\(example)")
        }
    }

    /// The commit that was named, or whose command is asked for; nil: none in particular.
    private func commit() throws -> Commit? {
        guard amendHint || revision != nil else { return nil }
        let opened = try Repository(at: repository)
        return try opened.commit(try opened.commitID(of: revision ?? "HEAD"))
    }

    private func refuse(_ tool: ToolCatalogue.Tool, _ ai: AIPolicy, _ commit: Commit?) throws {
        let files = try commit.map { commit in
            let limit = Policy.Limits().fileBytes
            return try ChangeReader(Repository(at: repository), fileLimit: limit, areAlike: { _, _ in true })
                .files(of: commit)
        }
        let use = AIUse(of: tool.id, in: AIUsePlaces(files ?? [], ai))
        if use.forbidsAI {
            let paths = use.forbidden.prefix(3).map(\.path.visible).joined(separator: ", ")
            throw Stop(ExitCode.blocked, "the policy forbids \(tool.id)\(paths.isEmpty ? "" : " for \(paths)")")
        }
        if use.forbidsTrailer { throw Stop(ExitCode.blocked, "the policy wants no trailer that names \(tool.id)") }
    }

    private func hint(_ trailer: String, _ commit: Commit?) throws -> String {
        let opened = try Repository(at: repository)
        guard let commit, let head = try opened.headCommit(), commit.id != head else {
            return AmendCommand.head(trailer)
        }
        guard try opened.mergeBase(commit.id, head) == commit.id else {
            throw Stop(
                ExitCode.usage,
                "\(commit.id.short) is not an ancestor of HEAD: check out the branch that holds it first")
        }
        guard !commit.isMerge else {
            throw Stop(
                ExitCode.usage, "\(commit.id.short) is a merge, which a rebase makes anew: amend it while it is HEAD")
        }
        return AmendCommand.older(commit.id, isRoot: commit.parents.isEmpty, trailer)
    }
}

/// A declaration that the parser knows again.
private struct Declared {
    let tool: ToolCatalogue.Tool
    let trailer: String

    init(_ name: String, model: String?, form: DeclarationForm) throws {
        let catalogue = ToolCatalogue.embedded
        guard let tool = catalogue.tool(called: name) else {
            let meant =
                closest(to: name.lowercased(), of: catalogue.namable.map(\.id))
                ?? closest(to: name.lowercased(), of: catalogue.namable.map { $0.shortName.lowercased() })
            let suggestion = meant.map { "did you mean '\($0)'? " } ?? ""
            throw Stop(ExitCode.usage, "unknown tool \(quoted(name)); \(suggestion)'aigate trailer' lists them")
        }
        if form.needsModel, model == nil {
            throw Stop(ExitCode.usage, "the policy's form is '\(form.template)': name the model with --model")
        }
        if let model, form.plainModel(model) == nil || DeclarationForm.placeholders.contains(model) {
            throw Stop(
                ExitCode.usage,
                "\(quoted(model)) is no model: a name of letters, digits and + - . _ : / is, such as claude-opus-4-6")
        }
        if form == .coAuthoredBy, tool.address == nil {
            throw Stop(
                ExitCode.usage, "no address is known for \(tool.id), and the policy's form is '\(form.template)'")
        }
        self.tool = tool
        trailer = form.declaration(tool: tool.shortName, model: model, address: tool.address)
    }
}
