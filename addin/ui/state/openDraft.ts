import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { useSession } from '../../api/client/ApiContext.tsx';
import { keep, readKept } from '../../office/browserStorage.ts';

interface Kept<T> {
  readonly value: T;
  /** The revision the draft began from, so that saving it over somebody else's is noticed. */
  readonly revision: number;
}

export interface Draft<T> extends Kept<T> {
  /** True once anything was changed, even if it was changed back. */
  readonly isTouched: boolean;
  readonly change: (edit: (value: T) => T) => void;
  readonly discard: () => void;
  /** Keeps the draft and builds it on a newer revision: the next save goes over what somebody else saved. */
  readonly rebase: (revision: number) => void;
}

/** Where a draft lives through a reload: in this tab alone, and for one person alone. */
interface DraftShelf<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

function readShelf<T>({ name, schema }: DraftShelf<T>): OwnedDraft<T> | null {
  const shelved = z.object({ owner: z.string(), value: schema, revision: z.number() });
  try {
    return shelved.parse(JSON.parse(readKept(name, 'sessionStorage') ?? 'null'));
  } catch {
    return null;
  }
}

function writeShelf<T>({ name }: DraftShelf<T>, draft: OwnedDraft<T> | null): void {
  keep(name, draft === null ? null : JSON.stringify(draft), 'sessionStorage');
}

interface OwnedDraft<T> extends Kept<T> {
  readonly owner: string;
}

/**
 * A hook for what somebody is editing. The draft outlives the page, so that a look elsewhere does not lose it, and with a
 * shelf a reload too. It belongs to who began it: what one account left is not shown to the next.
 */
export function openDraft<T>(shelf?: DraftShelf<T>): (saved: Kept<T>) => Draft<T> {
  let draft: OwnedDraft<T> | null = shelf === undefined ? null : readShelf(shelf);
  const listeners = new Set<() => void>();
  const set = (next: OwnedDraft<T> | null): void => {
    draft = next;
    if (shelf !== undefined) writeShelf(shelf, next);
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return function useDraft(saved) {
    const { tenantId, user } = useSession();
    const owner = `${tenantId}/${user.id}`;
    const kept = useSyncExternalStore(subscribe, () => draft);
    const current = kept?.owner === owner ? kept : null;
    const { value, revision } = current ?? saved;
    const latest = () => (draft?.owner === owner ? draft : saved);
    return {
      value,
      revision,
      isTouched: current !== null,
      change: (edit) => set({ owner, value: edit(latest().value), revision: latest().revision }),
      discard: () => set(null),
      rebase: (next) => set({ owner, value: latest().value, revision: next }),
    };
  };
}
