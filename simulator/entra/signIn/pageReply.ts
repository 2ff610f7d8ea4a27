import { escapeHtml, hiddenField, page } from './page.ts';
import type { EntraError } from '../aadsts.ts';

export interface PageReply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export function redirect(address: string, values: URLSearchParams, mark: '?' | '#' = '?'): PageReply {
  const joint = mark === '?' && address.includes('?') ? '&' : mark;
  return { status: 302, headers: { location: `${address}${joint}${values.toString()}` } };
}

/** The only page with a script: the browser itself must post to the app. */
export function formPost(address: string, values: URLSearchParams): PageReply {
  const fields = [...values].map(([name, value]) => hiddenField(name, value)).join('');
  const form = `<form method="post" action="${escapeHtml(address)}">${fields}<div class="actions"><button class="action primary">Continue</button></div></form>`;
  return { status: 200, body: page('Working…', `${form}<script>document.forms[0].submit()</script>`) };
}

/** Errors that may not be sent to an app, because the app is what is in doubt. */
export function errorPage(error: EntraError): PageReply {
  return {
    status: error.status,
    body: page('Sorry, but we are having trouble signing you in.', `<p role="alert">${escapeHtml(error.message)}</p>`),
  };
}
