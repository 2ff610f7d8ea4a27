import { useState, type Dispatch, type SetStateAction } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';

/** Counts how often somebody came to another view of the page that is open. */
export type Visit = number;

/**
 * What a page takes from its address into a state of its own, because typing is faster than the router. Whoever comes to
 * another view of the page that is open, by a link, the palette, Back or Forward, finds what that address says. What a page
 * itself writes replaces the address (`useKeptInAddress`), and is no news to it.
 */
export function useFromAddress<T>(read: (address: URLSearchParams) => T): [T, Dispatch<SetStateAction<T>>, Visit] {
  const [address] = useSearchParams();
  const { key, search } = useLocation();
  const isOwn = useNavigationType() === 'REPLACE';
  const place = `${key} ${search}`;
  const [value, setValue] = useState(() => read(address));
  const [seen, setSeen] = useState({ place, visit: 0 });
  if (seen.place === place) return [value, setValue, seen.visit];
  const next = isOwn ? value : read(address);
  const visit = isOwn ? seen.visit : seen.visit + 1;
  setSeen({ place, visit });
  if (!isOwn) setValue(() => next);
  return [next, setValue, visit];
}
