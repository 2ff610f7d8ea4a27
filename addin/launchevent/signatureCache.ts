import { STORAGE_MS, settleWithin } from './deadline.ts';
import type { Composing } from './composing.ts';

/** A signature as the server last gave it, with what is needed to ask whether it is still the right one. */
export interface KnownSignature {
  etag: string;
  hash: string;
  html: string | null;
  text: string | null;
}

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

/** Two people who share a computer, or two addresses of one person, must never see each other's signature. */
export function cacheKey({ account, from, composeType }: Composing): string {
  return `undersign:${account.toLowerCase()}:${from.toLowerCase()}:${composeType}`;
}

function isKnownSignature(value: unknown): value is KnownSignature {
  if (typeof value !== 'object' || value === null) return false;
  const { etag, hash, html, text } = value as Record<string, unknown>;
  const isText = (part: unknown): boolean => part === null || typeof part === 'string';
  return typeof etag === 'string' && typeof hash === 'string' && isText(html) && isText(text);
}

/** The last good signature, or null: a store that is missing, slow, broken or full is no reason to fail. */
export async function readKnown(key: string): Promise<KnownSignature | null> {
  const look = async (): Promise<KnownSignature | null> => {
    const stored = await openStore()?.getItem(key);
    const value: unknown = stored ? JSON.parse(stored) : null;
    return isKnownSignature(value) ? value : null;
  };
  return settleWithin(STORAGE_MS, look(), null);
}

/** Keeps a signature, or forgets it with null. */
export async function keepKnown(key: string, signature: KnownSignature | null): Promise<void> {
  const keep = async (): Promise<void> => {
    const store = openStore();
    await (signature ? store?.setItem(key, JSON.stringify(signature)) : store?.removeItem(key));
  };
  return settleWithin(STORAGE_MS, keep(), undefined);
}
