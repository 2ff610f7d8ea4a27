import { createHash } from 'node:crypto';
import { escapeHtml } from '../entra/signIn/page.ts';

/** Shows the buttons where there is a clipboard to write to; without script the value is taken by a click and Ctrl+C. */
const SCRIPT = `for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.previousElementSibling.textContent);
    button.textContent = 'Copied';
  });
}`;

/** For the policy of pages: this script and no other. */
export const copySource = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;

export const copyScript = `<script>${SCRIPT}</script>`;

/** A value to take along, and a button that does it. */
export const copied = (name: string, value: string): string =>
  `<code class="take">${escapeHtml(value)}</code> <button type="button" class="action small" data-copy hidden aria-label="Copy ${escapeHtml(name)}">Copy</button>`;
