/** One sheet for screen and paper, light and dark. Status colours stay outside of the brand and pass contrast on both grounds. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2126; --soft: #59636e; --line: #d8dde3; --wash: #f4f6f8;
  --good: #1a7340; --part: #8a5a00; --bad: #b3261e; --stale: #6b4fa0; --unknown: #4b5563; --muted: #59636e; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e8ebee; --soft: #a3adb8; --line: #353c44; --wash: #1d2329;
  --good: #6cc48f; --part: #e0b050; --bad: #f28b82; --stale: #b9a3e3; --unknown: #b4bcc6; --muted: #a3adb8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1rem; } footer { padding: 2rem 1.25rem; color: var(--soft); font-size: .85rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[id] { scroll-margin-top: 4.5rem; } h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .5rem; } h1 { margin-top: .5rem; }
h2 { border-top: 2px solid var(--accent); padding-top: 1rem; } .lead { font-size: 1.15rem; } .small, .empty { font-size: .9rem; color: var(--soft); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.search { position: sticky; top: 0; background: var(--paper); padding: .5rem 0; z-index: 2; border-bottom: 1px solid var(--line); }
.search input { font: inherit; color: inherit; background: var(--wash); border: 1px solid var(--soft); border-radius: .4rem; padding: .4rem .7rem; width: min(30rem, 100%); }
.search output { color: var(--soft); margin-left: .75rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92rem; } caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { border-bottom: 2px solid var(--accent); } time { white-space: nowrap; } tr.group th { background: var(--wash); } .right { text-align: right; } .centre { text-align: center; }
td code { font-size: .85em; overflow-wrap: anywhere; display: inline-block; min-width: 16ch; }
dl { display: grid; gap: .1rem 2rem; } .columns-2 { grid-template-columns: 1fr 1fr; } .columns-band { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); } dl div { display: flex; gap: 1rem; border-bottom: 1px solid var(--line); padding: .25rem 0; }
dt { color: var(--soft); flex: 0 0 11rem; } dd { margin: 0; }
.callout { border-left: 4px solid var(--muted); background: var(--wash); padding: .75rem 1rem; margin: 1rem 0; } .callout.bad { border-color: var(--bad); }
.callout.part { border-color: var(--part); } .callout.accent { border-color: var(--accent); } .callout.good { border-color: var(--good); } .callout p { margin: .25rem 0; }
.good { color: var(--good); } .part { color: var(--part); } .bad { color: var(--bad); } .stale { color: var(--stale); } .unknown { color: var(--unknown); } .muted { color: var(--muted); } .accent { color: var(--accent); }
.callout.good, .callout.part, .callout.bad, .callout.accent, .callout.muted, .callout.stale, .callout.unknown { color: inherit; }
.id { white-space: nowrap; } .verdict { display: block; padding-left: 1.4em; text-indent: -1.4em; } .verdict i { text-indent: 0; font-style: normal; font-weight: 700; display: inline-block; width: 1.2em; text-align: center; }
.verdict.supported, .verdict.inherited { color: var(--good); } .verdict.partly-supported, .verdict.accepted-risk { color: var(--part); }
.verdict.contradicted { color: var(--bad); } .verdict.not-evidenced { color: var(--unknown); } .verdict.stale { color: var(--stale); } .verdict.not-applicable, .verdict.attested-only { color: var(--muted); }
figure { margin: 1.25rem 0; overflow-x: auto; } figcaption { color: var(--soft); font-size: .9rem; margin-top: .5rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; } .tile { background: var(--wash); border-top: 4px solid currentcolor; padding: .75rem; }
.tile b { display: block; font-size: 1.6rem; } .tile span { color: var(--ink); font-size: .9rem; }
.bar { display: grid; grid-template-columns: 15rem 1fr 14rem; gap: .75rem; align-items: center; font-size: .85rem; padding: .15rem 0; } .bar small { color: var(--soft); }
.track { display: flex; position: relative; background: var(--wash); height: 1.3rem; } .track i { font-style: normal; font-size: .75rem; text-align: center; color: #fff; background: #59636e; overflow: hidden; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .85rem; } .legend i { display: inline-block; width: .8rem; height: .8rem; margin-right: .35rem; color: #fff; background: #59636e; }
.track i.supported, .legend i.supported, .track i.good { background: #1a7340; } .track i.inherited, .legend i.inherited { background: repeating-linear-gradient(45deg, #1a7340 0 4px, #24804d 4px 8px); }
.track i.partly-supported, .legend i.partly-supported { background: #8a5a00; } .track i.attested-only, .legend i.attested-only { background: repeating-linear-gradient(45deg, #4d5761 0 4px, #65707b 4px 8px); }
.track i.contradicted, .legend i.contradicted { background: #b3261e; } .track i.not-evidenced, .legend i.not-evidenced { background: repeating-linear-gradient(-45deg, #6a7580 0 6px, #59636e 6px 8px); }
.track i.stale, .legend i.stale { background: #6b4fa0; } .track i.accepted-risk, .legend i.accepted-risk { background: repeating-linear-gradient(90deg, #8a5a00 0 4px, #946510 4px 8px); }
.track.limit::after { content: ""; position: absolute; left: 50%; top: -2px; bottom: -2px; border-left: 2px dashed var(--ink); }
.track i.accent, .legend i.accent { background: var(--accent); color: var(--on-accent); } .track i.muted, .legend i.muted { background: #59636e; }
.track i.bad, .legend i.bad { background: #b3261e; color: #fff; } .track i.part, .legend i.part { background: #8a5a00; color: #fff; } .legend i.good, .legend i.stale, .legend i.muted { color: #fff; }
.track i.unknown, .legend i.unknown { background: #4b5563; color: #fff; } .legend i.good { background: #1a7340; }
.legend i { font-style: normal; font-size: .6rem; line-height: .8rem; text-align: center; vertical-align: middle; }
.track.whole { border: 1px solid var(--soft); } .asked { position: absolute; top: -3px; bottom: -3px; border-left: 3px solid var(--ink); margin-left: -3px; }
.track.plan { background: none; border-bottom: 1px solid var(--line); } .track i.decided, .legend.plan i.decided { background: var(--accent); } .track i.proposed, .legend.plan i.proposed { background: none; border: 2px solid var(--accent); }
.track.plan i { height: .8rem; align-self: center; border-right: 3px solid var(--ink) !important; } .milestone { position: absolute; top: .4rem; width: .5rem; height: .5rem; margin-left: -.25rem; background: var(--ink); transform: rotate(45deg); } .legend.plan i.milestone { position: static; margin: 0 .5rem 0 .25rem; }
.track.days i { position: absolute; top: 0; bottom: 0; width: 3px; background: var(--accent); } .legend.days i { width: 3px; background: var(--accent); } .track.ends { background: none; justify-content: space-between; } .track.ends b { font-weight: 400; color: var(--soft); }
.track.pair { display: block; } .track.pair i { position: absolute; left: 0; top: 0; bottom: 0; } .track.pair i.accent { top: .3rem; bottom: .3rem; } .track i.assessed, .legend i.assessed { background: var(--soft); opacity: .55; }
.heat td { text-align: center; background: color-mix(in srgb, var(--accent) calc(var(--heat) * 45%), transparent); } [hidden] { display: none !important; }
@media (max-width: 48rem) { .columns-2 { grid-template-columns: 1fr; } .bar { grid-template-columns: 1fr; } }
@page { margin: 14mm; }
@media print { .search, nav, .skip { display: none; } body { font-size: 8.5pt; line-height: 1.35; } header, main, footer { max-width: none; padding: 0; } th, td { padding: .2rem .4rem; } .table { overflow: visible; }
  .track i, .legend i, .tile, .heat td, tr.group th, .callout, .milestone, .asked { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .bar { grid-template-columns: 13rem 1fr 12rem; } a { color: inherit; text-decoration: none; } tr, figure { break-inside: avoid; } tr.group { break-after: avoid; } h2, h3 { break-after: avoid; } thead { display: table-header-group; } }
`;
