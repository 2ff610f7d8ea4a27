import type { CollectionDeclaration, Key } from '../../../src/storage/collection.ts';

/** A document with a key of every sort the port knows. */
export interface Thing {
  readonly id: string;
  readonly name: string | null;
  readonly status: string;
  readonly size: number | null;
  readonly mixed: Key | null;
  readonly code: string | null;
  readonly rare: string | null;
  readonly tags: readonly string[];
  readonly note: string;
}

export const things: CollectionDeclaration<Thing> = {
  name: 'things',
  id: (thing) => thing.id,
  keys: {
    name: (thing) => thing.name,
    status: (thing) => thing.status,
    size: (thing) => thing.size,
    mixed: (thing) => thing.mixed,
    code: (thing) => thing.code,
    rare: (thing) => thing.rare,
  },
  multiKeys: { tags: (thing) => thing.tags, letters: (thing) => [...(thing.name ?? '')] },
  indexes: [
    ['name'],
    ['size'],
    ['mixed'],
    ['status'],
    ['status', 'name'],
    ['status', 'size', 'name'],
    ['rare', 'name'],
    ['rare'],
  ],
  sparse: ['rare'],
  unique: ['code'],
};

/** The same in a later release, which derives the name otherwise. */
export const shoutedThings: CollectionDeclaration<Thing> = {
  ...things,
  keysVersion: 2,
  keys: { ...things.keys, name: (thing) => thing.name?.toUpperCase() ?? null },
};

/** Who may write `fencedThings`. */
export interface Register {
  readonly id: string;
  readonly fence: number;
}

export const registers: CollectionDeclaration<Register> = {
  name: 'registers',
  id: (register) => register.id,
  keys: {},
};

export const fencedThings: CollectionDeclaration<Thing> = { ...things, name: 'fencedThings', fenced: true };

/** What each work adds to, and none goes back to. */
export const historicThings: CollectionDeclaration<Thing> = {
  ...fencedThings,
  name: 'historicThings',
  idsBeginWithWork: true,
};

export const thing = (id: string, fields: Partial<Thing> = {}): Thing => ({
  id,
  name: null,
  status: 'new',
  size: null,
  mixed: null,
  code: null,
  rare: null,
  tags: [],
  note: '',
  ...fields,
});
