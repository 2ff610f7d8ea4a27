type Kind = 'localStorage' | 'sessionStorage';

/**
 * Merely touching storage throws in a frame whose third-party storage is blocked, as Outlook on the web may be; in some
 * views of phones there is none.
 */
const storageOf = (kind: Kind): Storage | null => window[kind] as Storage | null;

/** The storages that keep what is written into them; none where one of them does not. */
export function storagesThatKeep(...kinds: readonly Kind[]): readonly Storage[] {
  try {
    return kinds.map((kind) => {
      const storage = window[kind];
      storage.setItem('undersign.probe', '1');
      storage.removeItem('undersign.probe');
      return storage;
    });
  } catch {
    return [];
  }
}

/** What this browser kept under the name, for the next visit or, by `sessionStorage`, for this tab; null where it has nothing. */
export function readKept(name: string, kind: Kind = 'localStorage'): string | null {
  try {
    return storageOf(kind)?.getItem(name) ?? null;
  } catch {
    return null;
  }
}

/** Null: keeps it no longer. Where storage is withheld or full, what is to be kept lasts as long as the page is open. */
export function keep(name: string, text: string | null, kind: Kind = 'localStorage'): void {
  try {
    if (text === null) storageOf(kind)?.removeItem(name);
    else storageOf(kind)?.setItem(name, text);
  } catch {
    // Then the page has it for as long as it is open.
  }
}
