// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

import Gate

extension LevelSetting {
    /// The setting that on every day has the stricter of both levels.
    static func stricter(_ left: LevelSetting, _ right: LevelSetting) -> LevelSetting {
        guard left.level == .block, right.level == .block else { return left.level < right.level ? right : left }
        guard let leftDay = left.blockAfter, let rightDay = right.blockAfter else { return LevelSetting(.block) }
        return LevelSetting(.block, blockAfter: min(leftDay, rightDay))
    }

    /// True where on some day this is more lenient than the other.
    func isBelow(_ floor: LevelSetting) -> Bool { LevelSetting.stricter(self, floor) != self }

    /// `warn`, `block after 2027-01-15`
    var words: String { level.rawValue + (blockAfter.map { " after \($0)" } ?? "") }
}

extension Policy {
    /// What an organisation's policy says where it says nothing: nothing is asked.
    static var floor: Policy {
        var policy = Policy()
        policy.enforcement = .monitor
        policy.waivers.maximumDays = .max
        return policy
    }

    /// The level named for a check or rule, without regard to paths.
    func setting(_ name: String) -> LevelSetting? {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        return setting(check: parts[0], rule: parts.count > 1 ? parts[1] : nil, path: nil)
    }
}
