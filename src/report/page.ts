import { version } from "#units";
import { escape } from "./style.ts";

const style = `
:root{--ink:#1c1f24;--faint:#5d6673;--paper:#fff;--card:#f6f7f9;--line:#dfe3e8;--accent:#0b5f99}
@media(prefers-color-scheme:dark){:root{--ink:#e7eaee;--faint:#a3adba;--paper:#15181c;--card:#1d2127;--line:#333a43;--accent:#7ab8e6}
figure svg{background:#fff;border-radius:6px}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Inter,system-ui,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
main,header,nav{max-width:860px;margin:0 auto;padding:0 20px}
header{padding-top:36px}h1{font-size:2rem;line-height:1.2;margin:0 0 6px}
.label{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:1px 12px;color:var(--faint);font-size:.85rem}
nav{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:14px;font-size:.9rem}a{color:var(--accent)}
h2{font-size:1.35rem;margin:44px 0 12px;padding-top:12px;border-top:1px solid var(--line)}h3{font-size:1rem;margin:26px 0 6px}
.answers{padding-left:1.1em}.answers li{margin:.4em 0}
figure{margin:22px 0;padding:0}figure svg{max-width:100%;height:auto;padding:4px}.column{display:none}@media(max-width:560px){.column{display:block}.page{display:none}}
figcaption{color:var(--faint);font-size:.88rem;max-width:70ch}
.wide{overflow-x:auto}@media(max-width:560px){.wide table:not(.budget){min-width:680px}}@media(min-width:1180px){#numbers .wide{margin:0 -150px}}#parameters td:first-child{min-width:17em}table{border-collapse:collapse;width:100%;font-size:.86rem}
th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid var(--line)}th{color:var(--faint);font-weight:600;white-space:nowrap}
.budget td.n{text-align:right;padding-right:0}.budget td{width:auto}td.n{white-space:nowrap;font-variant-numeric:tabular-nums}.id{color:var(--faint);font-size:.8rem;overflow-wrap:anywhere}
.tag{border:1px solid var(--line);border-radius:4px;padding:0 5px;font-size:.75rem;color:var(--faint)}
details{border:1px solid var(--line);border-radius:8px;padding:8px 12px;margin:6px 0;background:var(--card)}summary{cursor:pointer}
.count{color:var(--faint);font-size:.8rem}dl{margin:8px 0 0}dt{font-weight:500;margin-top:8px;overflow-wrap:anywhere}dd{margin:0 0 0 1em;color:var(--faint);font-size:.86rem;overflow-wrap:anywhere}
pre{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px;overflow-x:auto;font-size:.82rem}
.note,.works{color:var(--faint);font-size:.9rem}input{font:inherit;padding:4px 8px;border:1px solid var(--line);border-radius:6px;background:var(--paper);color:inherit}
footer{max-width:860px;margin:40px auto;padding:0 20px 40px;color:var(--faint);font-size:.85rem}
@media print{nav,.filter{display:none}details{break-inside:avoid}figure{break-inside:avoid}body{font-size:11pt}}
`
  .trim()
  .replaceAll("\n", "");

/** Filters the table of numbers as one types; shown only where scripts run. */
const script =
  `const f=document.getElementById("find");if(f){f.closest("p").hidden=false;f.addEventListener("input",()=>{const w=f.value.toLowerCase();
for(const r of document.querySelectorAll("#parameters tbody tr"))r.hidden=!r.textContent.toLowerCase().includes(w)})}`.replaceAll(
    "\n",
    "",
  );

/** A page from its sections: [id, heading, content]. Nothing in it is fetched from anywhere. */
export function page(
  title: string,
  label: string,
  sections: readonly (readonly [string, string, string])[],
): string {
  const links = sections.map(([id, heading]) => `<a href="#${id}">${escape(heading)}</a>`).join("");
  const body = sections
    .map(([id, heading, content]) => `<section id="${id}"><h2>${escape(heading)}</h2>${content}</section>`)
    .join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${escape(title)}</title><style>${style}</style></head>
<body><header><h1>${escape(title)}</h1><span class="label">${escape(label)}</span></header><nav>${links}</nav>
<main>${body}</main><footer>Made by Kation ${version}. The tables, figures and the study stand beside this file.</footer>
<script>${script}</script></body></html>
`;
}
