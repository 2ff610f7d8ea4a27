import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Drop } from '../model/pieces/dropPiece.ts';

interface Dropping {
  /** Where what is being dragged would land; null: nowhere, or nothing is. */
  readonly drop: Drop | null;
  readonly setDrop: (drop: Drop | null) => void;
}

const DropContext = createContext<Dropping>({ drop: null, setDrop: () => undefined });

export function DropProvider({ children }: { children: ReactNode }) {
  const [drop, setDrop] = useState<Drop | null>(null);
  const dropping = useMemo(() => ({ drop, setDrop }), [drop]);
  return <DropContext value={dropping}>{children}</DropContext>;
}

export const useDropping = (): Dropping => useContext(DropContext);

/** On which side of a piece something would land; null: not there. */
export const useDropSide = (id: string): Drop['side'] | null => {
  const { drop } = useDropping();
  return drop?.onId === id ? drop.side : null;
};
