import { useCallback, useState, type Dispatch, type SetStateAction } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';
import { placeOf, useOnTheWay } from './OnTheWay.ts';

/** Counts how often somebody came to another view of the page that is open. */
export type Visit = number;

/**
 * What a page takes from its address into a state of its own, because typing is faster than the router. Whoever comes to
 * another view of the page that is open, by a link, the palette, Back or Forward, finds what that address says. What a page
 * itself writes replaces the address (`useKeptInAddress`), and is no news to it; nor is an address that was on its way
 * already, and not drawn yet, when somebody typed.
 */
export function useFromAddress<T>(read: (address: URLSearchParams) => T): [T, Dispatch<SetStateAction<T>>, Visit] {
  const [address] = useSearchParams();
  const place = placeOf(useLocation());
  const { placeNow } = useOnTheWay();
  /** What the address said already, when the value was last changed while another view was shown. */
  const [changedUnder, setChangedUnder] = useState<string | null>(null);
  const isOwn = useNavigationType() === 'REPLACE' || changedUnder === place;
  const [value, setValue] = useState(() => read(address));
  const [seen, setSeen] = useState({ place, visit: 0 });
  const change = useCallback<typeof setValue>(
    (next) => {
      const now = placeNow();
      setChangedUnder(now === place ? null : now);
      setValue(next);
    },
    [place, placeNow],
  );
  if (seen.place === place) return [value, change, seen.visit];
  const next = isOwn ? value : read(address);
  const visit = isOwn ? seen.visit : seen.visit + 1;
  setSeen({ place, visit });
  setChangedUnder(null);
  if (!isOwn) setValue(() => next);
  return [next, change, visit];
}
