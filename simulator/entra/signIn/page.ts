/** Text made safe for HTML, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export function hiddenField(name: string, value: string): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
}

/** One card on an empty page: no script, no outside resource, works at 320 px and with a keyboard. */
export function page(title: string, body: string): string {
  const main = `<main class="card">\n<p class="banner">Simulator – not Microsoft</p>\n<h1>${escapeHtml(title)}</h1>\n${body}\n</main>`;
  return htmlDocument({ title: `${title} – simulated Microsoft Entra ID`, body: main });
}

/** What every simulated page has in common. */
export function htmlDocument({ title, body, style = '' }: { title: string; body: string; style?: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
${body}
</body>
</html>`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1a19; --paper: #fff; --ground: #eef1f5; --line: #c8c6c4; --accent: #0f6cbd; --soft: #605e5c; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --paper: #242424; --ground: #141414; --line: #5c5a58; --accent: #62abf5; --soft: #c8c6c4; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; align-items: center; justify-items: center; padding: 12px; background: var(--ground); color: var(--ink); font: 15px/1.45 'Segoe UI', system-ui, sans-serif; }
.card { width: 100%; max-width: 460px; padding: 28px; background: var(--paper); border-radius: 8px; box-shadow: 0 2px 12px rgb(0 0 0 / .2); }
h1 { margin: 8px 0 12px; font-size: 22px; font-weight: 600; line-height: 1.25; }
h2 { margin: 20px 0 6px; font-size: 15px; }
p { margin: 8px 0; }
ul { margin: 8px 0; padding: 0; list-style: none; }
.banner { margin: 0; color: var(--soft); font-size: 12px; text-transform: uppercase; letter-spacing: .06em; }
.soft { color: var(--soft); font-size: 13px; }
button, input { font: inherit; color: inherit; }
.account { display: block; width: 100%; padding: 10px 12px; border: 1px solid transparent; border-top-color: var(--line); background: none; text-align: left; cursor: pointer; }
.account:hover { background: var(--ground); }
.account b { display: block; font-weight: 600; }
label { display: block; }
input[type=email], input[type=text] { width: 100%; min-height: 36px; padding: 6px 8px; border: 1px solid var(--soft); border-radius: 4px; background: var(--paper); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; margin-top: 20px; }
.action { min-height: 36px; padding: 6px 18px; border: 1px solid var(--soft); border-radius: 4px; background: none; cursor: pointer; }
.primary { border-color: var(--accent); background: var(--accent); color: var(--paper); font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
a.action { color: inherit; text-decoration: none; }
details { margin-top: 16px; } summary { cursor: pointer; }
li > details, li > b { display: block; margin-top: 8px; }
.account > b { margin: 0; }
code { overflow-wrap: anywhere; }`;
