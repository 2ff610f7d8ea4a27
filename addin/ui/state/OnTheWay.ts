import { createContext, useContext } from 'react';

/** What the address already says and the screen does not show yet: another page, or another view of this one. */
export const OnTheWay = createContext<'page' | 'view' | null>(null);

export const useOnTheWay = () => useContext(OnTheWay);
