import { createContext, useContext } from 'react';
import type { Location } from 'react-router';

export interface Way {
  /** What the address already says and the screen does not show yet: another page, or another view of this one. */
  readonly coming: 'page' | 'view' | null;
  /** Whether that is so at this very moment, which what was drawn before need not know. */
  readonly hasMovedOn: () => boolean;
  /** What the address says at this very moment. */
  readonly placeNow: () => string;
}

/** One step of the history: those that the browser takes, as when somebody changes the address by hand, have no key of their own. */
export const placeOf = ({ key, pathname, search }: Location): string => `${key} ${pathname}${search}`;

export const OnTheWay = createContext<Way>({ coming: null, hasMovedOn: () => false, placeNow: () => '' });

export const useOnTheWay = () => useContext(OnTheWay);
