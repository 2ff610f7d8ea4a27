import type { Composition } from '../../../../../../server/src/contract/signatures/composition.ts';
import type { DraftContent } from './draftContent.ts';
import { most } from '../pieces/editLists.ts';
import { outlineOf } from '../pieces/outlineOf.ts';

export interface Merged {
  readonly value: DraftContent;
  /** Places that both changed: ours stand. */
  readonly clashes: number;
}

interface Sides<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

type Fields = Readonly<Record<string, unknown>>;

interface Piece {
  readonly id: string;
}

type PieceFields = Piece & Fields;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lists that hold pieces; a list of anything else is changed as a whole. */
const pieceLists: ReadonlySet<string> = new Set(['rows', 'columns', 'blocks']);

const each = <T, U>({ base, mine, theirs }: Sides<T>, of: (side: T) => U): Sides<U> => ({
  base: of(base),
  mine: of(mine),
  theirs: of(theirs),
});

const areFields = (sides: Sides<unknown>): sides is Sides<Fields> => Object.values(sides).every(isFields);

const isOneKind = ({ base, mine, theirs }: Sides<Fields>): boolean =>
  mine['kind'] === theirs['kind'] && mine['kind'] === base['kind'];

const eachField = (sides: Sides<Fields>, merge: (values: Sides<unknown>, name: string) => unknown): Fields => {
  const names = new Set([...Object.keys(sides.mine), ...Object.keys(sides.theirs)]);
  const merged = [...names].map(
    (name) =>
      [
        name,
        merge(
          each(sides, (fields) => fields[name]),
          name,
        ),
      ] as const,
  );
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
};

/** A row or group goes with its last column, because it must have one. */
const isHollow = ({ columns }: { readonly columns?: unknown }): boolean =>
  Array.isArray(columns) && columns.length === 0;

/**
 * What two people made of the same draft, put together: whatever only one of them changed is as they made it, piece by piece,
 * wherever it stands now. Where both changed the same, ours stands; a piece that one took away and the other changed
 * stays, so that nobody's work is lost. Null where both together are more than the API takes, or put two pieces into each
 * other: then only one of the two can stand.
 */
export const mergeDrafts = (sides: Sides<DraftContent>): Merged | null => {
  const merger = new Merger();
  const value = merger.merge(sides) as DraftContent;
  return merger.isWhole ? { value, clashes: merger.clashes } : null;
};

class Merger {
  clashes = 0;
  isWhole = true;

  merge(sides: Sides<unknown>): unknown {
    const { base, mine, theirs } = sides;
    if (same(mine, theirs) || same(base, theirs)) return mine;
    if (same(base, mine)) return theirs;
    if (!areFields(sides) || !isOneKind(sides)) return this.#clash(mine);
    if ('rows' in sides.mine) return this.#mergeComposition(sides);
    return eachField(sides, (values) => this.merge(values));
  }

  #mergeComposition(sides: Sides<Fields>): Fields {
    const places = each(sides, placesOf);
    const merged = new PieceMerger(this, places).mergeHolder(sides);
    this.isWhole &&= isTakeable(merged as Composition) && !isAnyLost(places, placesOf(merged));
    return merged;
  }

  #clash<T>(value: T): T {
    this.clashes += 1;
    return value;
  }
}

/** Of one composition: every piece is put together with what became of it elsewhere, and stands in one place only. */
class PieceMerger {
  readonly #whole: Merger;
  readonly #places: Sides<Places>;

  constructor(whole: Merger, places: Sides<Places>) {
    this.#whole = whole;
    this.#places = places;
  }

  mergeHolder(sides: Sides<Fields>): Fields {
    return eachField(sides, (values, name) =>
      pieceLists.has(name) ? this.#mergeList(values as Sides<readonly Piece[]>) : this.#whole.merge(values),
    );
  }

  #mergeList(lists: Sides<readonly Piece[]>): readonly Fields[] {
    const found = this.#standingIn([lists.mine, lists.theirs], orderOf(lists)).filter((place) => !isGone(place));
    this.#whole.clashes += found.filter(isTaken).length;
    return found.flatMap((place) => this.#mergePlaces(place));
  }

  #standingIn(lists: readonly (readonly Piece[])[], ids: readonly string[]): readonly Sides<Place | undefined>[] {
    return ids
      .map((id) => each(this.#places, (all) => all.get(id)))
      .filter((found) => lists.some((list) => standing(found)?.list === list));
  }

  #mergePlaces({ base, mine, theirs }: Sides<Place | undefined>): readonly Fields[] {
    const left = mine ?? theirs;
    if (left === undefined) return [];
    const merged =
      mine === undefined || theirs === undefined
        ? this.#keep(left.piece)
        : this.#mergePiece({ base: (base ?? theirs).piece, mine: mine.piece, theirs: theirs.piece });
    return isHollow(merged) ? [] : [merged];
  }

  #mergePiece(sides: Sides<PieceFields>): Fields {
    if (isOneKind(sides)) return this.mergeHolder(sides);
    const { base, mine, theirs } = sides;
    if (!same(base, mine) && !same(base, theirs)) this.#whole.clashes += 1;
    return this.#keep(same(base, mine) ? theirs : mine);
  }

  /** A piece that only one still has, with all in it that stands nowhere else. */
  #keep(piece: PieceFields): Fields {
    const kept = Object.entries(piece).map(([name, value]): [string, unknown] => {
      if (!pieceLists.has(name)) return [name, value];
      const list = value as readonly Piece[];
      return [name, this.#standingIn([list], idsOf(list)).flatMap((found) => this.#mergePlaces(found))];
    });
    return Object.fromEntries(kept);
  }
}

interface Place {
  readonly piece: PieceFields;
  readonly list: readonly Piece[];
  /** Id of what it stands in; empty for a row. */
  readonly within: string;
}

/** Where a piece is to stand: that is for whoever moved it, for us where both did. */
const standing = ({ base, mine, theirs }: Sides<Place | undefined>): Place | undefined =>
  mine?.within === base?.within ? (theirs ?? mine) : (mine ?? theirs);

/** Taken away by one. */
const isTaken = ({ base, mine, theirs }: Sides<Place | undefined>): boolean =>
  base !== undefined && (mine === undefined || theirs === undefined);

/** Taken away by one, and neither changed nor moved by the other. */
const isGone = (found: Sides<Place | undefined>): boolean => {
  const { base, mine, theirs } = found;
  const left = mine ?? theirs;
  return isTaken(found) && base?.within === left?.within && same(base?.piece, left?.piece);
};

type Places = ReadonlyMap<string, Place>;

/** Every piece of a composition by its id. */
const placesOf = (composition: Fields): Places => {
  const places = new Map<string, Place>();
  const walk = (fields: Fields, within: string): void => {
    for (const [name, value] of Object.entries(fields)) {
      if (!pieceLists.has(name)) continue;
      const list = value as readonly PieceFields[];
      for (const piece of list) {
        places.set(piece.id, { piece, list, within });
        walk(piece, piece.id);
      }
    }
  };
  walk(composition, '');
  return places;
};

/** Whether a line or the like that both still have is gone, as where two pieces were put into each other. */
const isAnyLost = ({ mine, theirs }: Sides<Places>, merged: Places): boolean =>
  [...mine.values()].some(({ piece }) => !('columns' in piece) && theirs.has(piece.id) && !merged.has(piece.id));

const room = { row: most.rows, column: most.columns, block: most.blocks };

/** Within what the contract accepts: not too many in one place, and no group in another. */
const isTakeable = (composition: Composition): boolean =>
  outlineOf(composition).every(
    ({ level, siblings, depth, piece }) =>
      siblings <= room[level] && !(depth > 2 && 'kind' in piece && piece.kind === 'group'),
  );

const idsOf = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ id }) => id);

/** As whoever changed the order has it, ours where both did; what the other has besides comes after what it stood behind. */
const orderOf = (lists: Sides<readonly Piece[]>): readonly string[] => {
  const { base, mine, theirs } = each(lists, idsOf);
  const common = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => [base, mine, theirs].every((all) => all.includes(id)));
  const [first, second] = same(common(base), common(mine)) ? [theirs, mine] : [mine, theirs];
  const order = [...first];
  second.forEach((id, at) => {
    if (order.includes(id)) return;
    const behind = second.slice(0, at).findLast((before) => order.includes(before));
    order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, id);
  });
  return order;
};
