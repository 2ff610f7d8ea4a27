import type { MailPart } from '../mail/inlineImages.ts';
import type { Composing } from '../mail/composing.ts';
import { askedOf, type Addressed, type Asked } from '../mail/recipients.ts';
import { isParts, type KnownSignature } from './signatureCache.ts';

/**
 * What only the person can do something about. `window`: this client signs nobody in silently, so that even afterwards
 * the last good signature is all there is.
 */
export type Refusal = 'signIn' | 'window' | 'consent' | 'notAllowed';

/**
 * What the server says. `unavailable` covers every failure nobody here can help: the last good signature stays. `gone` is
 * the server knowing that this person has none.
 */
export type Answer =
  | { kind: 'fresh'; signature: KnownSignature }
  | { kind: 'unchanged' }
  | { kind: 'gone' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unavailable' };

export const UNAVAILABLE: Answer = { kind: 'unavailable' };
const GONE_CODES = ['not-a-teammate', 'no-signature'];

type MailAsked = Pick<Composing, 'composeType' | 'from' | 'recipients' | 'images'>;

interface Asker {
  origin: string;
  client: string;
  /** What went wrong here since the server was last asked; null: nothing. */
  problem: string | null;
}

function addressedQuery(recipients: Addressed): string {
  const [side, named] = recipients.split(':');
  return `${side ? `&recipients=${side}` : ''}${named ? `&addressed=${encodeURIComponent(named)}` : ''}`;
}

/** Absolute, and without URLSearchParams: the classic runtime has neither a base address nor that class. */
export function signatureUrl({ origin, client, problem }: Asker, asked: MailAsked): string {
  const { composeType, from, recipients, images } = asked;
  const base = `${origin}/api/me/signature?composeType=${composeType}&from=${encodeURIComponent(from)}`;
  const withImages = images === 'attached' ? `${base}&images=attached` : base;
  const to = recipients === null ? '' : addressedQuery(recipients);
  const about = `&client=${encodeURIComponent(client)}${problem === null ? '' : `&problem=${problem}`}`;
  return `${withImages}${to}${about}`;
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

/** No more than is needed: storage is small. */
const onlyPart = ({ name, content }: MailPart): MailPart => ({ name, content });

function readSignature(body: unknown, etag: string | null): KnownSignature | null {
  const hash = field(body, 'hash');
  if (typeof hash !== 'string') return null;
  const textOf = (name: string): string | null => {
    const value = field(body, name);
    return typeof value === 'string' ? value : null;
  };
  const parts = field(body, 'parts');
  const content = { hash, html: textOf('html'), text: textOf('text') };
  const signature = { etag: etag ?? `"${hash}"`, ...content, domains: readDomainsOf(body) };
  return isParts(parts) && parts.length > 0 ? { ...signature, parts: parts.map(onlyPart) } : signature;
}

/** In lower case; null where it is no list. */
function textsOf(body: unknown, name: string): readonly string[] | null {
  const texts = field(body, name);
  return Array.isArray(texts) ? texts.map((text) => String(text).toLowerCase()) : null;
}

/** Null where no rule asks who is addressed. A server of a release before names no addressees. */
function readDomainsOf(body: unknown): Asked | null {
  const [domains, addressees] = [textsOf(body, 'internalDomains'), textsOf(body, 'addressees') ?? []];
  return domains === null && addressees.length === 0 ? null : askedOf(domains ?? [], addressees);
}

type ReadableResponse = Pick<Response, 'status' | 'headers' | 'json'>;

async function readGood(response: ReadableResponse): Promise<Answer> {
  const body: unknown = await response.json();
  const signature = readSignature(body, response.headers.get('ETag'));
  return signature ? { kind: 'fresh', signature } : UNAVAILABLE;
}

/** A proxy in between refuses with the same numbers; only our own API says a code. */
async function readRefusal(response: ReadableResponse): Promise<Answer> {
  const code = field(await response.json(), 'code');
  if (typeof code !== 'string') return UNAVAILABLE;
  if (response.status === 401) return { kind: 'refused', refusal: 'signIn' };
  if (response.status === 403) return { kind: 'refused', refusal: 'notAllowed' };
  return GONE_CODES.indexOf(code) >= 0 ? { kind: 'gone' } : UNAVAILABLE;
}

/** Exported for its tests. */
export async function readAnswer(response: ReadableResponse): Promise<Answer> {
  const { status } = response;
  if (status === 304) return { kind: 'unchanged' };
  if (status === 200) return readGood(response);
  return status === 401 || status === 403 || status === 404 ? readRefusal(response) : UNAVAILABLE;
}

/** So often a request is made where the server says it has too many; Milliseconds it is left alone, by the try. */
const WAITS_MS = [1000, 2000, 4000, 8000];
const LONGEST_WAIT_MS = 10_000;

/** What the server asks for, in milliseconds, or what we think. */
function waitOf(response: ReadableResponse, otherwise: number): number {
  const seconds = Number(response.headers.get('Retry-After') ?? '');
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : otherwise;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface SignatureRequest {
  url: string;
  token: string;
  /** Sent along, so that an unchanged signature costs an empty answer. */
  etag: string | null;
}

/**
 * Asks once, and again where the server has too many requests at the moment. `no-store`: our own conditional request
 * would otherwise be answered from the browser's cache.
 */
export async function requestSignature({ url, token, etag }: SignatureRequest): Promise<Answer> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  if (etag !== null) headers['If-None-Match'] = etag;
  for (const wait of WAITS_MS) {
    const response = await fetch(url, { headers, cache: 'no-store' });
    if (response.status !== 429) return readAnswer(response);
    await pause(waitOf(response, wait));
  }
  return UNAVAILABLE;
}
