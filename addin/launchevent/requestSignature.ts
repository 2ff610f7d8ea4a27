import type { Composing } from './composing.ts';
import type { HandlerSettings } from './settings.ts';
import type { KnownSignature } from './signatureCache.ts';

/**
 * What the server says. `unavailable` covers every failure: the last good signature stays. `gone` is the server knowing
 * that this sender has none.
 */
export type Answer =
  { kind: 'fresh'; signature: KnownSignature } | { kind: 'unchanged' } | { kind: 'gone' } | { kind: 'unavailable' };

const UNAVAILABLE: Answer = { kind: 'unavailable' };
const GONE_CODES = ['not-a-teammate', 'no-signature'];

/** Absolute, and without URLSearchParams: the classic runtime has neither a base address nor that class. */
export function signatureUrl(settings: HandlerSettings, { composeType, from }: Composing): string {
  return `${settings.origin}/api/me/signature?composeType=${composeType}&from=${encodeURIComponent(from)}`;
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

function readSignature(body: unknown, etag: string | null): KnownSignature | null {
  const hash = field(body, 'hash');
  if (typeof hash !== 'string') return null;
  const textOf = (name: string): string | null => {
    const value = field(body, name);
    return typeof value === 'string' ? value : null;
  };
  return { etag: etag ?? `"${hash}"`, hash, html: textOf('html'), text: textOf('text') };
}

/** Exported for its tests. */
export async function readAnswer(response: Pick<Response, 'status' | 'headers' | 'json'>): Promise<Answer> {
  if (response.status === 304) return { kind: 'unchanged' };
  if (response.status === 404) {
    const code = field(await response.json(), 'code');
    return typeof code === 'string' && GONE_CODES.indexOf(code) >= 0 ? { kind: 'gone' } : UNAVAILABLE;
  }
  if (response.status !== 200) return UNAVAILABLE;
  const signature = readSignature(await response.json(), response.headers.get('ETag'));
  return signature ? { kind: 'fresh', signature } : UNAVAILABLE;
}

interface SignatureRequest {
  url: string;
  token: string;
  /** Sent along, so that an unchanged signature costs an empty answer. */
  etag: string | null;
}

/** `no-store`: our own conditional request would otherwise be answered from the browser's cache. */
export async function requestSignature({ url, token, etag }: SignatureRequest): Promise<Answer> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  if (etag !== null) headers['If-None-Match'] = etag;
  return readAnswer(await fetch(url, { headers, cache: 'no-store' }));
}
