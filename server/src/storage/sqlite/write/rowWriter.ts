import type { SQLInputValue } from 'node:sqlite';
import type { CollectionDeclaration } from '../../collection.ts';
import { keyText } from '../../keys/keyText.ts';
import { documentText } from '../read/parseDocument.ts';
import { openRowShape, type RowShape } from '../layout/rowShape.ts';
import type { Statements } from '../statements.ts';
import { table } from '../layout/tableNames.ts';
import { openValueRows } from './valueRows.ts';

/** What is stored now under an id. */
export interface RowHead {
  readonly row: number;
  readonly revision: number;
  /** Keys, then the texts of `multiText`, both in order of declaration. */
  readonly derived: readonly unknown[];
}

interface NewRow<T> {
  readonly tenant: number;
  readonly revision: number;
  readonly document: T;
  /** In which documents are written now. */
  readonly shape: number;
}

/** Writes a document with all its keys. Every call belongs inside a transaction. */
export interface RowWriter<T> {
  /** Does work that inserts, and writes at its end what is written of all of it at once. */
  together<R>(work: () => R): R;
  /** Whether the last document was new: then the next one is likely to be, too. */
  expectsNew(): boolean;
  head(tenant: number, id: string): RowHead | null;
  /** False where there is one with this id, which stays as it is. Within `together`. */
  insert(row: NewRow<T>): boolean;
  replace(head: RowHead, row: NewRow<T>): void;
  remove(head: RowHead, tenant: number): void;
  /** Derives the keys anew; the document and its revision stay. */
  derive(head: RowHead, row: Pick<NewRow<T>, 'tenant' | 'document'>): void;
  /** A row that cannot be read, as it is and without keys. */
  insertUnreadable(row: Omit<NewRow<T>, 'document' | 'shape'> & { readonly id: string; readonly text: string }): void;
}

export const openRowWriter = <T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
  into: string = table(declaration.name),
): RowWriter<T> => {
  const shape = openRowShape(declaration, into);
  const { sql, derive, valuesIn } = shape;
  const valueRows = openValueRows(statements, declaration);
  const changeValues = ({ row, derived }: RowHead, tenant: number, after: Values): void => {
    valueRows.change({ tenant, row, before: valuesIn(derived), after });
  };
  let wasNew = false;
  return {
    together: valueRows.together,
    expectsNew: () => wasNew,
    head: (tenant, id) => readHead(statements, shape, [tenant, id]),
    insert: ({ tenant, revision, document, shape }) => {
      const { columns, values } = derive(document);
      const text = documentText(declaration, document, shape);
      const id = keyText(declaration.id(document));
      const { changes, lastInsertRowid } = statements.prepare(sql.insert).run(tenant, id, revision, ...columns, text);
      wasNew = changes > 0;
      if (wasNew) valueRows.add({ tenant, row: Number(lastInsertRowid), values });
      return wasNew;
    },
    replace: (head, { tenant, revision, document, shape }) => {
      wasNew = false;
      const { columns, values } = derive(document);
      const text = documentText(declaration, document, shape);
      const places = changedPlaces(columns, head.derived);
      const changed = places.map((place) => columns[place] ?? null);
      statements.prepare(sql.replace(places)).run(revision, ...changed, text, head.row);
      if (places.length > 0) changeValues(head, tenant, values);
    },
    derive: (head, { tenant, document }) => {
      const { columns, values } = derive(document);
      if (changedPlaces(columns, head.derived).length === 0) return;
      statements.prepare(sql.derive).run(...columns, head.row);
      changeValues(head, tenant, values);
    },
    insertUnreadable: ({ tenant, id, revision, text }) => {
      statements.prepare(sql.insert).run(tenant, id, revision, ...shape.nothing, text);
    },
    remove: (head, tenant) => {
      statements.prepare(sql.remove).run(head.row);
      changeValues(head, tenant, []);
    },
  };
};

const readHead = <T>(
  statements: Statements,
  { sql, columnsOf }: RowShape<T>,
  place: readonly [tenant: number, id: string],
): RowHead | null => {
  const found = statements.prepare(sql.head).get(...place);
  if (found === undefined) return null;
  return { row: Number(found['row']), revision: Number(found['revision']), derived: columnsOf(found) };
};

type Values = readonly (readonly string[])[];

const changedPlaces = (columns: readonly SQLInputValue[], stored: readonly unknown[]): readonly number[] => {
  const places: number[] = [];
  columns.forEach((value, place) => {
    if (value !== stored[place]) places.push(place);
  });
  return places;
};
