import { STORAGE_MS, settleWithin } from '../deadline.ts';
import type { MailPart } from '../mail/inlineImages.ts';
import type { Composing } from '../mail/composing.ts';

/** A signature as the server last gave it, with what is needed to ask whether it is still the right one. */
export interface KnownSignature {
  etag: string;
  hash: string;
  html: string | null;
  text: string | null;
  /** Left out by versions before; none then. */
  parts?: readonly MailPart[];
  /** When the server last said so, in milliseconds since 1970. Left out by versions before. */
  confirmedAt?: number;
  /**
   * The tenant's own, where a rule asked about recipients: the ETag vouches for them too, and other answers may have said otherwise
   * since. Left out by versions before.
   */
  domains?: readonly string[] | null;
  /** For whom it was, where it stands in the one place for all mails to somebody whom a rule names. */
  to?: string;
}

/** With which it can be asked about: not where a `304` would leave open whether recipients matter. */
export const etagOf = (known: KnownSignature | null): string | null =>
  known === null || known.domains === undefined ? null : known.etag;

/** Whether the server has said so within that time, also by a clock that was set back since. */
export const isConfirmedWithin = ({ confirmedAt }: KnownSignature, milliseconds: number): boolean =>
  confirmedAt !== undefined && Math.abs(Date.now() - confirmedAt) < milliseconds;

/** OfficeRuntime is the only store of the classic runtime; @types/office-js does not describe it. */
interface AsyncStore {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
}

declare const OfficeRuntime: { storage?: AsyncStore } | undefined;

/** Where third parties may not store, merely naming localStorage throws. */
function browserStore(): AsyncStore | null {
  try {
    if (typeof localStorage === 'undefined') return null;
    const store = localStorage;
    return {
      getItem: (key) => Promise.resolve(store.getItem(key)),
      setItem: (key, value) => Promise.resolve(store.setItem(key, value)),
      removeItem: (key) => Promise.resolve(store.removeItem(key)),
    };
  } catch {
    return null;
  }
}

function openStore(): AsyncStore | null {
  if (typeof OfficeRuntime !== 'undefined' && OfficeRuntime.storage) return OfficeRuntime.storage;
  return browserStore();
}

type Kept = Pick<Composing, 'account' | 'from' | 'composeType' | 'recipients'>;

/** Rules can name hundreds, who are addressed in any company: stores are small, so the last of those mails is all that is kept. */
const isNamed = (recipients: Kept['recipients']): recipients is string =>
  recipients !== null && recipients.indexOf(':') >= 0;

/** Two people who share a computer, or two addresses of one person, must never see each other's signature. */
export function cacheKey({ account, from, composeType, recipients }: Kept): string {
  const base = `undersign:${account.toLowerCase()}:${from.toLowerCase()}:${composeType}`;
  if (recipients === null) return base;
  return `${base}:${isNamed(recipients) ? 'named' : recipients}`;
}

/** As the API gives them and as they are kept. */
export const isParts = (value: unknown): value is readonly MailPart[] =>
  Array.isArray(value) &&
  value.every((part: unknown) => {
    if (typeof part !== 'object' || part === null) return false;
    const { name, content } = part as Record<string, unknown>;
    return typeof name === 'string' && typeof content === 'string';
  });

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const isMoment = (value: unknown): value is number => typeof value === 'number';

const isLeftOutOr = (isValid: (value: unknown) => boolean, value: unknown): boolean =>
  value === undefined || isValid(value);

function isKnownSignature(value: unknown): value is KnownSignature {
  if (typeof value !== 'object' || value === null) return false;
  const { etag, hash, html, text, parts, confirmedAt, domains } = value as Record<string, unknown>;
  const isText = (part: unknown): boolean => part === null || typeof part === 'string';
  const isKnown = typeof etag === 'string' && typeof hash === 'string' && isText(html) && isText(text);
  const isAddressed = domains === null || isLeftOutOr(isTexts, domains);
  return isKnown && isAddressed && isLeftOutOr(isMoment, confirmedAt) && isLeftOutOr(isParts, parts);
}

/** What stands under a key, or null: a store that is missing, slow, broken or full is no reason to fail. */
async function read<T>(key: string, isValid: (value: unknown) => value is T): Promise<T | null> {
  const look = async (): Promise<T | null> => {
    const stored = await openStore()?.getItem(key);
    const value: unknown = stored ? JSON.parse(stored) : null;
    return isValid(value) ? value : null;
  };
  return settleWithin(STORAGE_MS, look(), null);
}

async function keep(key: string, value: unknown): Promise<void> {
  const write = async (): Promise<void> => {
    const store = openStore();
    await (value === null ? store?.removeItem(key) : store?.setItem(key, JSON.stringify(value)));
  };
  return settleWithin(STORAGE_MS, write(), undefined);
}

/** The last good signature for such a mail, or null. */
export const readKnown = (kept: Kept): Promise<KnownSignature | null> =>
  read(cacheKey(kept), isKnownSignature).then((known) =>
    isNamed(kept.recipients) && known?.to !== kept.recipients ? null : known,
  );

/** Keeps a signature, or forgets it with null. */
export function keepKnown(kept: Kept, signature: KnownSignature | null): Promise<void> {
  const { recipients } = kept;
  return keep(cacheKey(kept), signature && isNamed(recipients) ? { ...signature, to: recipients } : signature);
}

const domainsKey = (account: string): string => `undersign:domains:${account.toLowerCase()}`;

/** The tenant's own domains where one of its rules asks about recipients, else null: then nobody need look at them. */
export const readDomains = (account: string): Promise<readonly string[] | null> => read(domainsKey(account), isTexts);

/** Writes what is new only, since every mail says them. */
export async function keepDomains(account: string, domains: readonly string[] | null): Promise<void> {
  const kept = await readDomains(account);
  if (JSON.stringify(kept) !== JSON.stringify(domains)) await keep(domainsKey(account), domains);
}

const toldKey = (account: string): string => `undersign:told:${account.toLowerCase()}`;

/** When the person of this mailbox was last told that only they can help: milliseconds since 1970, or null. */
export const readTold = (account: string): Promise<number | null> => read(toldKey(account), isMoment);

export const keepTold = (account: string, at: number | null): Promise<void> => keep(toldKey(account), at);
