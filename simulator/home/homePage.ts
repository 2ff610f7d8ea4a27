import { escapeHtml, hiddenField, htmlDocument } from '../entra/signIn/page.ts';
import { DONE } from './done.ts';

export interface HomePage {
  title: string;
  body: string;
  /** Key of what was just done. */
  done?: string | undefined;
}

const PLACES = [
  ['/', 'Overview'],
  ['/_home/people', 'People'],
  ['/_home/groups', 'Groups'],
  ['/_home/units', 'Units'],
] as const;

/** A page of the directory browser: wider than the cards of sign-in, otherwise of the same cloth. */
export function homePage({ title, body, done }: HomePage): string {
  const links = PLACES.map(([address, name]) => `<li><a href="${address}">${name}</a></li>`).join('');
  const text = DONE.get(done ?? '');
  const notice = text === undefined ? '' : `<p class="notice" role="status">${escapeHtml(text)}</p>`;
  return htmlDocument({
    title: `${title} – simulated directory`,
    style: STYLE,
    body: `<div class="card wide">
<header>
<p class="banner">Simulator – not Microsoft</p>
<nav aria-label="Directory"><ul>${links}</ul></nav>
</header>
<main>
<h1>${escapeHtml(title)}</h1>
${notice}${body}
</main>
</div>`,
  });
}

/** Pairs of a name and HTML; what is empty is not shown. */
export function facts(pairs: readonly (readonly [string, string])[]): string {
  const rows = pairs.filter(([, html]) => html !== '').map(([name, html]) => `<dt>${name}</dt><dd>${html}</dd>`);
  return `<dl>${rows.join('\n')}</dl>`;
}

/** A form with one button; values are sent along unseen. */
export function buttonForm(action: string, label: string, values: Readonly<Record<string, string>> = {}): string {
  const fields = Object.entries(values).map(([name, value]) => hiddenField(name, value));
  return `<form method="post" action="${escapeHtml(action)}">${fields.join('')}<button class="action">${escapeHtml(label)}</button></form>`;
}

export function link(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}

export function badge(text: string): string {
  return ` <span class="badge">${escapeHtml(text)}</span>`;
}

const STYLE = `
.wide { max-width: 860px; align-self: start; padding: 20px 28px 28px; }
@media (max-width: 480px) { .wide { padding: 16px; } body { padding: 4px; } }
header { border-bottom: 1px solid var(--line); padding-bottom: 4px; }
nav ul, .row, .toolbar, .buttons { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; }
nav a { display: inline-block; padding: 6px 0; }
h1 { margin-top: 16px; overflow-wrap: anywhere; }
h2 { margin-top: 28px; font-size: 17px; }
dl { display: grid; grid-template-columns: minmax(110px, max-content) 1fr; gap: 4px 20px; margin: 12px 0; }
.take { user-select: all; cursor: copy; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 480px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
.rows > li { padding: 8px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.row { justify-content: space-between; }
li.row > span { flex: 1 1 200px; }
.tree ul { margin: 0 0 0 8px; padding-left: 12px; border-left: 1px solid var(--line); }
.tree li { padding: 3px 0; overflow-wrap: anywhere; }
.badge { display: inline-block; padding: 0 8px; border: 1px solid var(--soft); border-radius: 10px; font-size: 12px; }
.notice { padding: 8px 12px; border-left: 4px solid var(--accent); background: var(--ground); }
.toolbar { margin: 12px 0; align-items: end; }
.toolbar > * { flex: 0 1 auto; } .toolbar > .grow { flex: 1 1 180px; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); gap: 12px; }
select, input[type=search], input[type=tel] { width: 100%; min-height: 36px; padding: 6px 8px; border: 1px solid var(--soft); border-radius: 4px; background: var(--paper); color: inherit; font: inherit; }
.photo { float: right; width: 72px; height: 72px; margin: 12px 0 8px 12px; border-radius: 50%; }
.row .action, .buttons .action, .small { min-height: 28px; padding: 2px 10px; }`;
