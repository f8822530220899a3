// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/// The style sheet of `report.html`: system fonts, light and dark, narrow screens, paper.
enum HTMLStyle {
    static let sheet: StaticString = """
        :root{color-scheme:light dark;--bg:#fff;--fg:#1c2128;--soft:#59636e;--line:#d1d9e0;--box:#f6f8fa;
        --red:#b42318;--amber:#8a5a00;--green:#1a6b35;--blue:#0b57b7}
        @media (prefers-color-scheme:dark){:root{--bg:#14181d;--fg:#e6edf3;--soft:#9aa6b2;--line:#343c46;--box:#1c2229;
        --red:#ff8177;--amber:#e9b44c;--green:#5fc97e;--blue:#79b4ff}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
        main,header,footer{max-width:82rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:1.75rem}
        h1{font-size:1.7rem;line-height:1.25;margin:0 0 .25rem}
        h2{font-size:1.25rem;margin:2.25rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
        h3{font-size:1rem;margin:1.5rem 0 .5rem}
        p{margin:.4rem 0}
        code{font:.875em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
        unicode-bidi:isolate;overflow-wrap:anywhere}
        a{color:var(--blue)}
        .soft{color:var(--soft)}
        .badge{display:inline-block;padding:0 .5em;border:1px solid currentColor;border-radius:.35em;font-weight:600;
        font-size:.875em;white-space:nowrap}
        .fail,.block,.error{color:var(--red)}.incomplete,.warn{color:var(--amber)}.pass{color:var(--green)}
        .monitor,.waived,.skipped{color:var(--soft)}
        nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-top:1rem;font-size:.9rem}
        .note{margin:1rem 0;padding:.6rem 1rem;border-left:4px solid var(--line);background:var(--box)}
        .note.incomplete{border-color:var(--amber);color:inherit}
        .note h2{border:0;margin:0;padding:0;font-size:1rem}
        .note ul{margin:.25rem 0;padding-left:1.25rem}
        .strip{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.6rem;margin:1rem 0 0;padding:0;
        list-style:none}
        .strip li{background:var(--box);border:1px solid var(--line);border-radius:.5rem;padding:.45rem .8rem}
        .strip b{display:block;font-size:1.4rem;line-height:1.25}
        article{border:1px solid var(--line);border-left-width:4px;border-radius:.5rem;padding:.6rem 1rem;
        margin:.6rem 0}
        article.block{border-left-color:var(--red)}article.warn{border-left-color:var(--amber)}
        article>*{color:var(--fg)}article h4{margin:0;font-size:1rem;font-weight:600}h4 .soft{font-weight:400}
        article .fix{font-weight:600}
        .badge.block{color:var(--red)}h4 .soft{color:var(--soft)}.badge.warn{color:var(--amber)}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.4rem 0;font-size:.925rem}
        dt{color:var(--soft)}dd{margin:0;min-width:0}
        .scroll{overflow-x:auto;margin:.5rem 0;border:1px solid var(--line);border-radius:.5rem}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        th,td{text-align:left;vertical-align:top;padding:.35rem .7rem;border-bottom:1px solid var(--line)}
        tbody tr:last-child td{border-bottom:0}
        th{background:var(--box);white-space:nowrap;font-weight:600}
        td code{overflow-wrap:normal;white-space:nowrap}td.wrap code,dd code{white-space:normal;overflow-wrap:anywhere}
        td.wrap{min-width:11rem;overflow-wrap:anywhere}
        td.n{text-align:right;font-variant-numeric:tabular-nums}
        details{margin:.5rem 0}summary{cursor:pointer;color:var(--blue)}
        footer{margin-top:3rem;padding-bottom:2rem;color:var(--soft);font-size:.875rem}
        @media (max-width:40rem){body{font-size:15px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}
        main,header,footer{padding-left:.8rem;padding-right:.8rem}}
        @media print{@page{margin:14mm}:root{--bg:#fff;--fg:#000;--soft:#444;--line:#999;--box:#f3f3f3;--red:#9c1c12;
        --amber:#6f4800;--green:#11502a;--blue:#000}body{font-size:10pt}main,header,footer{max-width:none;padding:0}
        nav{display:none}.scroll{overflow:visible;border:0}td.wrap{min-width:6rem}
        @page wide{size:A4 landscape}#commits{page:wide}
        table{font-size:8pt}th,td{padding:.2rem .35rem}thead{display:table-header-group}
        tr,article{break-inside:avoid}h2,h3{break-after:avoid}
        details::details-content{content-visibility:visible;block-size:auto}summary{color:inherit;list-style:none}}

        """
}
