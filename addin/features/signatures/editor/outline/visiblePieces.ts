import type { Composition } from '../../../../../server/src/contract/signatures/composition.ts';
import { outlineOf, type Placed } from '../model/pieces/outlineOf.ts';

export type VisiblePiece = Placed & { readonly shownDepth: number };

/** The outline as people think of it: the only column of a row or group is not worth a line of its own. */
export function visiblePieces(composition: Composition): readonly VisiblePiece[] {
  const hidden = new Map<string, string | null>();
  const depths = new Map<string | null, number>([[null, -1]]);
  return outlineOf(composition).flatMap((placed) => {
    if (placed.level === 'column' && placed.siblings === 1) {
      hidden.set(placed.id, placed.parentId);
      return [];
    }
    const { parentId } = placed;
    const above = parentId !== null && hidden.has(parentId) ? (hidden.get(parentId) ?? null) : parentId;
    const shownDepth = (depths.get(above) ?? -1) + 1;
    depths.set(placed.id, shownDepth);
    return [{ ...placed, shownDepth }];
  });
}
