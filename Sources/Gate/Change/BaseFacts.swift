// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// What stood before the change: the files of the commit that the policy is read from, and what was found out about
/// them. One per worker.
package final class BaseFacts {
    package let tree: any FileTree
    /// The files that a project begins with, where nothing stood before it at all: its own licence is in them.
    package let beginning: (any FileTree)?
    private var known: [ObjectIdentifier: Any] = [:]

    package init(_ tree: any FileTree = MemoryTree(), beginning: (any FileTree)? = nil) {
        self.tree = tree
        self.beginning = beginning
    }

    /// A value that is made of the files once, when somebody first asks for it.
    package func once<Value>(_ type: Value.Type, _ make: (any FileTree) throws -> Value) rethrows -> Value {
        if let value = known[ObjectIdentifier(type)] as? Value { return value }
        let value = try make(tree)
        known[ObjectIdentifier(type)] = value
        return value
    }
}
