import { Schema, type SchemaDefinitionProperty } from 'mongoose';
import type { CollectionDeclaration } from '../../collection.ts';

/** The fields of a collection's documents, as a database administrator sees them. */
export interface DocumentSchema {
  /** The collection. */
  readonly name: string;
  readonly schema: Schema;
}

/** One entry for each field of the type, optional ones included: a field more or less does not compile. */
export type FieldsOf<T> = { readonly [K in keyof Required<T>]: SchemaDefinitionProperty };

/**
 * Mongoose makes nothing up here: no `__v`, no indexes (those follow from declarations), no defaults; and what a schema
 * does not know is a mistake, not something to drop. `required` means: never null and never missing.
 */
const options = {
  strict: 'throw',
  strictQuery: 'throw',
  minimize: false,
  versionKey: false,
  autoIndex: false,
  autoCreate: false,
  id: false,
  // No Mongoose documents are made, so a field may be called as one of their methods.
  suppressReservedKeysWarning: true,
} as const;

export const documentSchema = <T>(declaration: CollectionDeclaration<T>, fields: FieldsOf<T>): DocumentSchema => ({
  name: declaration.name,
  schema: new Schema(fields as Record<string, SchemaDefinitionProperty>, options),
});

const required = true;

export const text = { type: String, required };
export const textOrNull = { type: String };
export const number = { type: Number, required };
export const flag = { type: Boolean, required };
/** Of a shape that varies, such as one of several kinds. */
export const anything = { type: Schema.Types.Mixed };
export const texts = { type: [String], required, default: undefined };
/** Names that are data, such as ids, with values that are texts. */
export const textsByName = { type: Schema.Types.Mixed, required };

export const objectOf = <T>(fields: FieldsOf<T>): SchemaDefinitionProperty => ({ type: part(fields), required });
export const objectOrNull = <T>(fields: FieldsOf<T>): SchemaDefinitionProperty => ({ type: part(fields) });
export const listOf = <T>(fields: FieldsOf<T>): SchemaDefinitionProperty => ({
  type: [part(fields)],
  required,
  default: undefined,
});
export const listIfAny = <T>(fields: FieldsOf<T>): SchemaDefinitionProperty => ({
  type: [part(fields)],
  default: undefined,
});

const part = <T>(fields: FieldsOf<T>): Schema =>
  new Schema(fields as Record<string, SchemaDefinitionProperty>, { ...options, _id: false });
