import { useState } from 'react';
import { keep, readKept } from '../../office/browserStorage.ts';

/** A choice about how the pane looks, kept for the next visit where the browser lets us. */
export function useRemembered(name: string, otherwise: boolean): [boolean, (value: boolean) => void] {
  const key = `undersign.${name}`;
  const [value, setValue] = useState(() => {
    const kept = readKept(key);
    return kept === null ? otherwise : kept === 'true';
  });
  const remember = (next: boolean): void => {
    setValue(next);
    keep(key, String(next));
  };
  return [value, remember];
}
