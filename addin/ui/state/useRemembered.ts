import { useState } from 'react';

const read = (key: string): string | null => {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** A choice about how the pane looks, kept for the next visit where the browser lets us. */
export function useRemembered(name: string, otherwise: boolean): [boolean, (value: boolean) => void] {
  const key = `undersign.${name}`;
  const [value, setValue] = useState(() => {
    const kept = read(key);
    return kept === null ? otherwise : kept === 'true';
  });
  const keep = (next: boolean): void => {
    setValue(next);
    try {
      window.localStorage.setItem(key, String(next));
    } catch {
      // Storage is withheld inside some frames; the choice then lasts as long as the page is open.
    }
  };
  return [value, keep];
}
