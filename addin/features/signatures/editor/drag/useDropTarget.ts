import { useEffect, type RefObject } from 'react';
import { attachLater } from '../../../../ui/drag/attachLater.ts';

/** Lets something be dropped on a piece. Which side of it that is, is worked out by whoever watches the drag. */
export function useDropTarget(id: string, element: RefObject<HTMLElement | null>, isAcross = false): void {
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    return attachLater(({ dropTargetForElements }) => [
      dropTargetForElements({ element: current, getData: () => ({ onId: id, isAcross }) }),
    ]);
  }, [id, element, isAcross]);
}
