import { afterEach, describe, expect, test } from '@jest/globals';
import { keep, readKept, storagesThatKeep } from './browserStorage.ts';

const globals = globalThis as unknown as { window?: unknown };
const original = globals.window;
afterEach(() => {
  globals.window = original;
});

const full = (): never => {
  throw new DOMException('Full.', 'QuotaExceededError');
};

/** As much of a browser's storage as is used. */
const openStorage = (mayWrite = true) => {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, text: string) => (mayWrite ? entries.set(name, text) : full()),
    removeItem: (name: string) => entries.delete(name),
  };
};

const blocked = {
  get localStorage(): never {
    throw new DOMException('Blocked.', 'SecurityError');
  },
  sessionStorage: openStorage(),
};

describe('what a browser keeps for us', () => {
  test('is there for the next visit, or for this tab, until it is kept no longer', () => {
    globals.window = { localStorage: openStorage(), sessionStorage: openStorage() };
    keep('name', 'a');
    keep('name', 'b', 'sessionStorage');
    expect([readKept('name'), readKept('name', 'sessionStorage')]).toEqual(['a', 'b']);
    keep('name', null);
    expect([readKept('name'), readKept('name', 'sessionStorage')]).toEqual([null, 'b']);
    expect(storagesThatKeep('localStorage', 'sessionStorage')).toHaveLength(2);
    expect(readKept('undersign.probe')).toBeNull();
  });

  test('is nothing where it withholds storage, has none or has no room, and nobody who asks fails', () => {
    for (const window of [
      blocked,
      { localStorage: null, sessionStorage: null },
      { localStorage: openStorage(false) },
    ]) {
      globals.window = window;
      keep('name', 'a');
      expect(readKept('name')).toBeNull();
      keep('name', null);
      expect(storagesThatKeep('sessionStorage', 'localStorage')).toEqual([]);
    }
  });

  test('can be read where there is no room for more', () => {
    const storage = openStorage(false);
    storage.entries.set('name', 'a');
    globals.window = { localStorage: storage };
    expect(readKept('name')).toBe('a');
  });
});
