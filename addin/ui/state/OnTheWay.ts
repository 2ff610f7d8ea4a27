import { createContext, useContext } from 'react';

export interface Way {
  /** What the address already says and the screen does not show yet: another page, or another view of this one. */
  readonly coming: 'page' | 'view' | null;
  /** Whether that is so at this very moment, which what was drawn before need not know. */
  readonly hasMovedOn: () => boolean;
}

export const OnTheWay = createContext<Way>({ coming: null, hasMovedOn: () => false });

export const useOnTheWay = () => useContext(OnTheWay);
