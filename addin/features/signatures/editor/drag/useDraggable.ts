import { useEffect, type RefObject } from 'react';
import { attachLater } from '../../../../ui/drag/attachLater.ts';
import type { Dragged } from './dragged.ts';

interface DraggableOptions {
  readonly element: RefObject<HTMLElement | null>;
  /** What one takes hold of; left out: all of it. */
  readonly handle?: RefObject<HTMLElement | null>;
  readonly isOff?: boolean;
}

/** Lets something be dragged by pointer or finger. Whatever can be dragged can be moved by keyboard as well. */
export function useDraggable(dragged: Dragged, { element, handle, isOff = false }: DraggableOptions): void {
  const key = JSON.stringify(dragged);
  useEffect(() => {
    const { current } = element;
    if (!current || isOff) return;
    return attachLater(({ draggable, blockDraggingToIFrames }) => [
      draggable({
        element: current,
        ...(handle?.current ? { dragHandle: handle.current } : {}),
        getInitialData: () => JSON.parse(key) as Record<string, unknown>,
      }),
      // Over a preview the pointer would be in another document, and the drag end there.
      blockDraggingToIFrames({ element: current }),
    ]);
  }, [element, handle, key, isOff]);
}
