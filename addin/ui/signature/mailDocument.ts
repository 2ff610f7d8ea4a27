const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** No script, no frame, no form: pictures and inline styles are all a signature may use. */
export const mailPolicy = "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'";

/**
 * Outlook recolours mail for dark mode by its own rules; turning lightness around and leaving hue and pictures alone
 * comes close.
 */
export const darkRules =
  'html{background:#1f1f1f}#mail{filter:invert(.88) hue-rotate(180deg)}#mail img{filter:invert(1) hue-rotate(180deg)}';

export interface SignatureToShow {
  readonly content: string;
  readonly format: 'html' | 'text';
  readonly isDark: boolean;
  readonly language: string;
}

/**
 * One signature as a document for a frame with `sandbox=""`. It goes in as it is: what it may not do is decided by the
 * sandbox and the policy, never by us reading it.
 */
export function signatureDocument({ content, format, isDark, language }: SignatureToShow): string {
  const body = format === 'html' ? content : `<pre>${escapeHtml(content)}</pre>`;
  return `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${mailPolicy}"><title>Undersign</title>
<style>html{background:#fff}body{margin:0}#mail{display:flow-root;padding:12px;background:#fff;color:#000;font:14px/1.4 Aptos,Calibri,"Segoe UI",sans-serif;overflow-wrap:anywhere}
pre{margin:0;white-space:pre-wrap;font:13px/1.45 Consolas,"Courier New",monospace}${isDark ? darkRules : ''}</style></head><body><div id="mail">${body}</div></body></html>`;
}
