import type { ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import { darkRules, escapeHtml, mailPolicy } from '../../../ui/signature/mailDocument.ts';

/** The words around a signature, in the reader's language. */
export interface BodyWords {
  readonly greeting: string;
  readonly paragraph: string;
  readonly quoted: {
    readonly header: readonly (readonly [label: string, value: string])[];
    readonly lines: readonly string[];
  };
}

export interface ComposedBody {
  readonly composeType: ComposeType;
  readonly format: 'html' | 'text';
  readonly isDark: boolean;
  readonly language: string;
  readonly signature: string;
  readonly words: BodyWords;
}

function quoteHtml({ header, lines }: BodyWords['quoted']): string {
  const head = header.map(([label, value]) => `<b>${escapeHtml(label)}</b> ${escapeHtml(value)}`).join('<br>');
  const body = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  return `<hr><div class="head">${head}</div>${body}`;
}

function quoteText({ header, lines }: BodyWords['quoted']): string {
  const head = header.map(([label, value]) => `${label} ${value}`).join('\n');
  return `\n________________________________\n${head}\n\n${lines.join('\n\n')}\n`;
}

function htmlBody({ composeType, signature, words }: ComposedBody): string {
  const quoted = composeType === 'newMail' ? '' : quoteHtml(words.quoted);
  return `<p>${escapeHtml(words.greeting)}</p><p>${escapeHtml(words.paragraph)}</p><div class="signature">${signature}</div>${quoted}`;
}

function textBody({ composeType, signature, words }: ComposedBody): string {
  const quoted = composeType === 'newMail' ? '' : quoteText(words.quoted);
  return `<pre>${escapeHtml(`${words.greeting}\n\n${words.paragraph}\n\n${signature}\n${quoted}`)}</pre>`;
}

/**
 * The whole mail as a document for a frame with `sandbox=""`. The signature goes in as it is: what it may not do is
 * decided by the sandbox and the policy, never by us reading it. A picture is never squeezed in one direction, and a
 * signature is made smaller where a mail is narrower than a phone shows it.
 */
export function bodyDocument(body: ComposedBody): string {
  const content = body.format === 'html' ? htmlBody(body) : textBody(body);
  return `<!doctype html><html lang="${escapeHtml(body.language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${mailPolicy}">
<title>${escapeHtml(body.words.greeting)}</title>
<style>html{background:#fff}body{margin:0}#mail{padding:12px 16px;background:#fff;color:#000;font:14px/1.4 Aptos,Calibri,"Segoe UI",sans-serif;overflow-wrap:anywhere}
p{margin:0 0 1em}pre{margin:0;white-space:pre-wrap;font:13px/1.45 Consolas,"Courier New",monospace}hr{border:0;border-top:1px solid #b5b5b5;margin:12px 0 8px}.head{margin-bottom:12px}
img{max-width:calc(100vw - 32px);height:auto!important}@media(max-width:420px){.signature{zoom:.75}}${body.isDark ? darkRules : ''}</style></head><body><div id="mail">${content}</div></body></html>`;
}
