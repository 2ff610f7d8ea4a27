import type mongoose from 'mongoose';
import { Schema, type Connection, type Model, type mongo } from 'mongoose';
import { multiKeyNames, uniqueKeys, type AnyDeclaration } from '../declaration.ts';
import type { StoredDocument } from './layout.ts';
import type { DocumentSchema } from './schemas/documentSchema.ts';

/** Documents as they are stored; what a collection's own fields are is the schema's business. */
export type DocumentModel = Model<StoredDocument>;

/** The driver's collection: what is written is what the product says, without Mongoose's casting. */
export type DocumentCollection = mongo.Collection<StoredDocument>;

/** A model per collection: the fields of the domain as its schema names them, and ours beside them. */
export const openModel = (
  connection: Connection,
  declaration: AnyDeclaration,
  schemas: readonly DocumentSchema[],
): DocumentModel => {
  const known = schemas.find(({ name }) => name === declaration.name);
  if (known === undefined) throw new Error(`${declaration.name} has no schema`);
  const schema = known.schema.clone().add(systemPaths(declaration));
  return connection.model(declaration.name, schema, declaration.name) as unknown as DocumentModel;
};

const systemPaths = (declaration: AnyDeclaration): mongoose.SchemaDefinition => {
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
