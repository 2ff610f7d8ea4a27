import { useEffect, useRef, useState, type RefObject } from 'react';
import { attachLater } from '../../ui/drag/attachLater.ts';

interface RuleDragOptions {
  readonly id: string;
  readonly row: RefObject<HTMLElement | null>;
  /** What one takes hold of. */
  readonly grip: RefObject<HTMLElement | null>;
  /** Another rule was let go on this one; `after` where that was on its lower half. */
  readonly onDrop: (id: string, after: boolean) => void;
}

/** On which side of this rule another one would land; null: on neither. */
export type DropSide = 'before' | 'after' | null;

const ruleIn = (data: Record<string | symbol, unknown>): string | null =>
  typeof data['rule'] === 'string' ? data['rule'] : null;

/** Lets a rule be dragged onto another by pointer or finger. By keyboard it is moved with its buttons. */
export function useRuleDrag({ id, row, grip, onDrop }: RuleDragOptions): DropSide {
  const [side, setSide] = useState<DropSide>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => {
    const { current: element } = row;
    const { current: dragHandle } = grip;
    if (!element || !dragHandle) return;
    const isLower = (clientY: number): boolean => {
      const { top, height } = element.getBoundingClientRect();
      return clientY > top + height / 2;
    };
    return attachLater(({ draggable, dropTargetForElements }) => [
      draggable({ element, dragHandle, getInitialData: () => ({ rule: id }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => ruleIn(source.data) !== null && ruleIn(source.data) !== id,
        onDrag: ({ location }) => setSide(isLower(location.current.input.clientY) ? 'after' : 'before'),
        onDragLeave: () => setSide(null),
        onDrop: ({ source, location }) => {
          setSide(null);
          const dragged = ruleIn(source.data);
          if (dragged !== null) drop.current(dragged, isLower(location.current.input.clientY));
        },
      }),
    ]);
  }, [id, row, grip]);
  return side;
}
