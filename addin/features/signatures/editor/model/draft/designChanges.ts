import { composeTypeSchema, type ComposeType } from '../../../../../../server/src/contract/signatures/me.ts';
import type { Composition } from '../../../../../../server/src/contract/signatures/composition.ts';
import { ownOf, type DraftContent, type Own } from './draftContent.ts';
import { outlineOf } from '../pieces/outlineOf.ts';

export type DesignChange =
  | { readonly what: 'name'; readonly to: string }
  | { readonly what: 'kind' | 'html' | 'base'; readonly composeType: ComposeType }
  | {
      readonly what: 'pieces';
      readonly composeType: ComposeType;
      readonly added: number;
      readonly removed: number;
      readonly changed: number;
    };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The piece without what stands in it: that counts for itself. */
function bare(piece: object): string {
  return JSON.stringify({ ...piece, columns: undefined, blocks: undefined });
}

function piecesOf(composition: Composition): ReadonlyMap<string, string> {
  return new Map(
    outlineOf(composition).map(({ id, piece, parentId, index }) => [id, `${bare(piece)} ${parentId ?? ''} ${index}`]),
  );
}

function pieceChanges(composeType: ComposeType, before: Composition, after: Composition): DesignChange[] {
  const was = piecesOf(before);
  const is = piecesOf(after);
  const added = [...is.keys()].filter((id) => !was.has(id)).length;
  const removed = [...was.keys()].filter((id) => !is.has(id)).length;
  const changed = [...is].filter(([id, piece]) => was.has(id) && was.get(id) !== piece).length;
  const pieces: DesignChange[] =
    added + removed + changed > 0 ? [{ what: 'pieces', composeType, added, removed, changed }] : [];
  const rest = (composition: Composition) => ({ ...composition, rows: null });
  return same(rest(before), rest(after)) ? pieces : [{ what: 'base', composeType }, ...pieces];
}

function mailChanges(composeType: ComposeType, before: Own, after: Own): DesignChange[] {
  if (same(before, after)) return [];
  if (before.kind === 'composition' && after.kind === 'composition') {
    return pieceChanges(composeType, before.composition, after.composition);
  }
  return [{ what: before.kind === 'html' && after.kind === 'html' ? 'html' : 'kind', composeType }];
}

/** What somebody did between two states of a draft, in a few words' worth; empty where they are the same. */
export function designChanges(before: DraftContent, after: DraftContent): readonly DesignChange[] {
  const name: DesignChange[] = before.name === after.name ? [] : [{ what: 'name', to: after.name }];
  const mails = composeTypeSchema.options.flatMap((composeType) =>
    mailChanges(composeType, ownOf(before.design, composeType), ownOf(after.design, composeType)),
  );
  return [...name, ...mails];
}
