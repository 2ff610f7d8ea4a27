/** No script, no frame, no form: pictures and inline styles are all a signature may use. */
const policy = "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'";

/** As Outlook does it, nearly: lightness is turned around, hues and pictures stay. */
const dark =
  'html{background:#1f1f1f}#mail{filter:invert(.88) hue-rotate(180deg)}#mail img{filter:invert(1) hue-rotate(180deg)}';

/**
 * A rendered signature as a document for a frame with `sandbox=""`: what it may not do is decided by the sandbox and the
 * policy, never by us reading it. `language` is one of ours, so it needs no escaping.
 */
export const signatureDocument = (html: string, language: string, isDark: boolean): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Signature</title>
<style>html{background:#fff}body{margin:0}#mail{padding:12px;background:#fff;color:#000;font:14px/1.4 Calibri,"Segoe UI",sans-serif;overflow-wrap:anywhere}
img{max-width:100%}${isDark ? dark : ''}</style></head><body><div id="mail">${html}</div></body></html>`;
