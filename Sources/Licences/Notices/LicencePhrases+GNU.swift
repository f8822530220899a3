// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

extension LicencePhrases {
    /// Source: https://www.gnu.org/licenses/ and the texts there.
    static let gnu = """
        name GPL:[gnu] general public license
        name GPL:gnu general public licenses
        name GPL:gnu public license
        name GPL:gnu gpl
        name GPL:gnu general public lisence
        name GPL:org licenses gpl
        name GPL:org copyleft gpl
        name GPL:licenses old licenses gpl
        short GPL:gpl
        short GPL:gpled
        text GPL-1.0-only:gnu general public license version 1 february 1989
        text GPL-2.0-only:gnu general public license version 2 june 1991
        text GPL-3.0-only:gnu general public license version 3 29 june 2007
        name LGPL:[gnu] (lesser|library) general public license
        name LGPL:gnu (lesser|library) public license
        name LGPL:gnu (lesser|library) gpl
        name LGPL:gnu lesser general license
        name LGPL:lesser gpl
        name LGPL:gnu lgpl
        name LGPL:library or lesser general public license
        name LGPL:lesser or library general public license
        name LGPL:org licenses lgpl
        name LGPL:org copyleft (lesser|lgpl)
        short LGPL:lgpl
        text LGPL-2.0-only:gnu library general public license version 2 june 1991
        text LGPL-2.1-only:gnu lesser general public license version 2 1 february 1999
        text LGPL-3.0-only:gnu lesser general public license version 3 29 june 2007
        name AGPL:[gnu] affero general public license
        name AGPL:[gnu] affero gpl
        name AGPL:gnu agpl
        name AGPL:org licenses agpl
        short AGPL:agpl
        text AGPL-1.0-only:affero general public license version 1 march 2002
        text AGPL-3.0-only:gnu affero general public license version 3 19 november 2007
        name GFDL:[gnu] free documentation license
        name GFDL:org licenses fdl
        short GFDL:gfdl
        text GFDL-1.1-only:gnu free documentation license version 1 1 march 2000
        text GFDL-1.2-only:gnu free documentation license version 1 2 november 2002
        text GFDL-1.3-only:gnu free documentation license version 1 3 3 november 2008
        name NGPL:nethack general public license
        name Artistic:same terms as perl itself
        name Artistic:same terms as perl
        name Artistic:same terms as the perl
        name Ruby:same terms as ruby
        name Ruby:same license as ruby
        notice FSFUL:free software foundation gives unlimited permission to copy
        """
}
