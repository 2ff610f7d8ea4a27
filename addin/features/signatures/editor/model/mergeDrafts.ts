import type { DraftContent } from './draftContent.ts';

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

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPieces = (value: unknown): value is readonly Piece[] =>
  Array.isArray(value) && value.every((each) => isFields(each) && typeof each['id'] === 'string');

const everySide = <T>({ base, mine, theirs }: Sides<unknown>, is: (value: unknown) => value is T): boolean =>
  [base, mine, theirs].every(is);

/**
 * What two people made of the same draft, put together: whatever only one of them changed is as they made it, piece by piece,
 * wherever it stands now. Where both changed the same, ours stands; a piece that one took away and the other changed
 * stays, so that nobody's work is lost.
 */
export const mergeDrafts = (sides: Sides<DraftContent>): Merged => {
  const merger = openMerger();
  const value = merger.merge(sides) as DraftContent;
  return { value, clashes: merger.clashes() };
};

const openMerger = () => {
  let clashes = 0;
  const clash = <T>(value: T): T => {
    clashes += 1;
    return value;
  };

  const merge = (sides: Sides<unknown>, places: Sides<Places> | null = null): unknown => {
    const { base, mine, theirs } = sides;
    if (same(mine, theirs) || same(base, theirs)) return mine;
    if (same(base, mine)) return theirs;
    if (places !== null && everySide(sides, isPieces)) return mergePieces(sides as Sides<readonly Piece[]>, places);
    return everySide(sides, isFields) ? mergeFields(sides as Sides<Fields>, places) : clash(mine);
  };

  const mergeFields = (sides: Sides<Fields>, around: Sides<Places> | null): unknown => {
    const { base, mine, theirs } = sides;
    if (mine['kind'] !== theirs['kind'] || mine['kind'] !== base['kind']) return clash(mine);
    const places = 'rows' in mine ? each(sides, placesOf) : around;
    const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    const merged = names.map(
      (name) =>
        [
          name,
          merge(
            each(sides, (fields) => fields[name]),
            places,
          ),
        ] as const,
    );
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  };

  const mergePieces = (lists: Sides<readonly Piece[]>, places: Sides<Places>): readonly unknown[] => {
    const isHere = (place: Place | undefined): boolean =>
      place !== undefined && [lists.mine, lists.theirs].includes(place.list);
    return orderOf(lists).flatMap((id) => {
      const found = each(places, (all) => all.get(id));
      return isHere(standing(found)) ? mergePlaces(found, places) : [];
    });
  };

  const mergePlaces = ({ base, mine, theirs }: Sides<Place | undefined>, places: Sides<Places>): readonly unknown[] => {
    if (mine !== undefined && theirs !== undefined)
      return [merge({ base: base?.piece, mine: mine.piece, theirs: theirs.piece }, places)];
    const left = (mine ?? theirs)?.piece;
    if (base === undefined) return [left];
    return same(base.piece, left) ? [] : [clash(left)];
  };

  return { merge, clashes: () => clashes };
};

const each = <T, U>({ base, mine, theirs }: Sides<T>, of: (side: T) => U): Sides<U> => ({
  base: of(base),
  mine: of(mine),
  theirs: of(theirs),
});

interface Place {
  readonly piece: Piece;
  readonly list: readonly Piece[];
  /** Id of what it stands in; empty for a row. */
  readonly within: string;
}

/** Where a piece is to stand: that is for whoever moved it, for us where both did. */
const standing = ({ base, mine, theirs }: Sides<Place | undefined>): Place | undefined =>
  mine?.within === base?.within ? (theirs ?? mine) : (mine ?? theirs);

type Places = ReadonlyMap<string, Place>;

/** Every piece of a composition by its id. */
const placesOf = (composition: Fields): Places => {
  const places = new Map<string, Place>();
  const walk = (fields: Fields, within: string): void => {
    for (const list of Object.values(fields)) {
      if (!isPieces(list)) continue;
      for (const piece of list) {
        places.set(piece.id, { piece, list, within });
        walk(piece as Piece & Fields, piece.id);
      }
    }
  };
  walk(composition, '');
  return places;
};

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
