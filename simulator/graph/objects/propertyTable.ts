/** One row per property Graph documents, also of those this directory has no values for: they read as null. */
export interface PropertyRow {
  type: 'text' | 'texts' | 'boolean' | 'number' | 'date' | 'complex' | 'complexes';
  /** The operators Graph documents, separated by spaces; absent means it cannot be filtered on. */
  filter?: string;
  /** Returned without $select. */
  byDefault?: boolean;
  orderBy?: boolean;
  /** words: any word of the value may start with the term; start: the value itself must. */
  search?: 'words' | 'start';
  /** Kept outside the directory: can be read for one user, never in a list. */
  singleOnly?: boolean;
}

export type PropertyTable = Readonly<Record<string, PropertyRow>>;

const EXTENSION = /^extension_[0-9a-f]{32}_\w+$/i;

/** Directory extensions are named by the app that made them, so no table lists them. */
export function rowOf(table: PropertyTable, name: string): PropertyRow | undefined {
  if (Object.hasOwn(table, name)) return table[name];
  return EXTENSION.test(name) ? { type: 'text', filter: 'eq ne not ge le in startsWith' } : undefined;
}

export function defaultNames(table: PropertyTable): string[] {
  return Object.keys(table).filter((name) => table[name]?.byDefault);
}
