import { Schema, type SchemaDefinition } from 'mongoose';
import {
  indexesOf,
  isPartialIndex,
  multiKeyNames,
  uniqueKeys,
  type AnyDeclaration,
} from '../../declare/declaration.ts';
import type { DocumentSchema } from './documentSchema.ts';
import { multiIndex, orderIndex, partialIndex, uniqueIndex } from './indexNames.ts';

/** A collection as MongoDB has it: the fields of the domain, ours beside them, and the indexes its declaration asks for. */
export const storedSchema = (schemas: readonly DocumentSchema[], declaration: AnyDeclaration): Schema => {
  const known = schemas.find(({ name }) => name === declaration.name);
  if (known === undefined) throw new Error(`${declaration.name} has no schema`);
  const schema = known.schema.clone().add(ourFields(declaration));
  for (const keys of indexesOf(declaration)) {
    const fields = ascending(['_tenant', ...keys.map((key) => `_keys.${key}`), '_id']);
    const present = { partialFilterExpression: { [`_keys.${keys[0] ?? ''}`]: { $exists: true } } };
    const isPartial = isPartialIndex(declaration, keys);
    schema.index(fields, isPartial ? { name: partialIndex(keys), ...present } : { name: orderIndex(keys) });
  }
  for (const key of multiKeyNames(declaration)) {
    schema.index(ascending(['_tenant', `_multi.${key}`]), { name: multiIndex(key) });
  }
  for (const key of uniqueKeys(declaration)) {
    schema.index(ascending(['_tenant', `_unique.${key}`]), {
      name: uniqueIndex(key),
      unique: true,
      // Whoever does not know the key leaves it out: an older replica beside this one, or a later one that gave it up.
      partialFilterExpression: { [`_unique.${key}`]: { $exists: true } },
    });
  }
  return schema;
};

const ascending = (fields: readonly string[]): Record<string, 1> =>
  Object.fromEntries(fields.map((field) => [field, 1 as const]));

/** What they hold is said in `layout.ts`. */
const ourFields = (declaration: AnyDeclaration): SchemaDefinition => {
  const anything = (names: readonly string[]): object =>
    Object.fromEntries(names.map((name) => [name, Schema.Types.Mixed]));
  return {
    _id: { type: String, required: true },
    _tenant: { type: String, required: true },
    _revision: { type: Number, required: true },
    _stamp: { type: Schema.Types.ObjectId, required: true },
    _derived: String,
    _exact: String,
    _keys: anything(Object.keys(declaration.keys)),
    _multi: anything(multiKeyNames(declaration)),
    _unique: anything(uniqueKeys(declaration)),
  };
};
