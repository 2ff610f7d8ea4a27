import { useState } from 'react';
import type { OpenState } from './DisclosureRow.tsx';

/** Which rows of a list are open; kept outside the rows, because rows out of sight do not exist. */
export function useOpenRows(): (id: string) => OpenState {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return (id) => ({
    isOpen: open.has(id),
    onToggle: () =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
  });
}
