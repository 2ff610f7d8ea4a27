import { useState } from 'react';
import type { ComposeType } from '../../../../../server/src/contract/signatures/me.ts';
import type { RenderedDesign, SignatureDesign } from '../../../../../server/src/contract/signatures/signatures.ts';
import { useRenderedDesign } from '../../../../api/signatures/signaturesApi.ts';
import { useSettled } from '../../../../ui/state/useSettled.ts';

export interface Previews {
  /** Null until the first answer. */
  readonly items: RenderedDesign['items'] | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Teammates beside the three that are always there; at most five. */
  readonly more: {
    readonly ids: readonly string[];
    readonly add: (id: string) => void;
    readonly clear: () => void;
  };
}

const mostAdded = 5;

/** Renders what is being edited a moment after the last key; an answer to something older is dropped. */
export function usePreviews(design: SignatureDesign, composeType: ComposeType): Previews {
  const [ids, setIds] = useState<readonly string[]>([]);
  const settled = useSettled(design, { milliseconds: 300 });
  const pinned = useRenderedDesign({ design: settled, composeType, teammateIds: [] });
  const added = useRenderedDesign(ids.length === 0 ? null : { design: settled, composeType, teammateIds: ids });
  const extra = ids.length === 0 ? [] : (added.data?.items ?? []);
  return {
    items: pinned.data ? [...pinned.data.items, ...extra] : null,
    isBusy: pinned.isFetching || added.isFetching,
    error: pinned.error ?? added.error,
    retry: () => {
      void pinned.refetch();
      if (ids.length > 0) void added.refetch();
    },
    more: {
      ids,
      add: (id) => setIds((now) => [...now.filter((other) => other !== id), id].slice(-mostAdded)),
      clear: () => setIds([]),
    },
  };
}
