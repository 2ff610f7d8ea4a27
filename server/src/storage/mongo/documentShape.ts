import { Schema, type SchemaType } from 'mongoose';
import { unreadableDocument } from './connection/mongoErrors.ts';

/** Where a document is, for whoever has to repair it. */
export interface DocumentPlace {
  readonly collection: string;
  readonly id: string;
}

/** What a schema says about documents, as plain functions: Mongoose's own casting costs five times all the rest. */
export interface DocumentShape {
  /** The fields of the domain; those the schema does not know, from a newer replica or added by hand, stay out. */
  readonly fields: readonly string[];
  /** Throws StorageError `document-unreadable` naming the field that is not what the product wrote. */
  check(place: DocumentPlace, stored: Readonly<Record<string, unknown>>): void;
  /** Throws a plain Error for a field that the schema does not know: reading would leave it out. */
  checkKnown(collection: string, document: unknown): void;
}

/** What is wrong with a value: where inside of it, and what should be there. Null: nothing. */
type Fault = { readonly path: string; readonly expected: string } | null;
type FindFault = (value: unknown) => Fault;

export const shapeOf = (schema: Schema): DocumentShape => {
  const fields = fieldsOf(schema).map(([path]) => path);
  const findFault = faultInFields(schema);
  return {
    fields,
    check: (place, stored) => {
      const fault = findFault(stored);
      if (fault !== null) throw unreadableDocument(place, fault.path, fault.expected);
    },
    checkKnown: (collection, document) => {
      const unknown = Object.keys(Object(document)).find((name) => !fields.includes(name));
      if (unknown !== undefined) throw new Error(`the schema of ${collection} has no field ${unknown}`);
    },
  };
};

/** The fields of the domain; ours begin with an underscore. */
const fieldsOf = (schema: Schema): readonly (readonly [path: string, type: SchemaType])[] => {
  const fields: (readonly [string, SchemaType])[] = [];
  schema.eachPath((path, type) => {
    if (!path.startsWith('_')) fields.push([path, type]);
  });
  return fields;
};

const faultInFields = (schema: Schema): FindFault => {
  const checks = fieldsOf(schema).map(([path, type]) => [path, faultInField(type)] as const);
  return (value) => {
    if (!isPlainObject(value)) return { path: '', expected: 'an object' };
    for (const [path, find] of checks) {
      const fault = find(value[path]);
      if (fault !== null) return { path: joined(path, fault.path), expected: fault.expected };
    }
    return null;
  };
};

const faultInField = (type: SchemaType): FindFault => {
  const find = faultInValue(type);
  return (value) => {
    if (value !== null && value !== undefined) return find(value);
    return type.isRequired === true ? { path: '', expected: 'there' } : null;
  };
};

const faultInValue = (type: SchemaType): FindFault => {
  if (type instanceof Schema.Types.DocumentArray) return faultInList(faultInFields(type.schema));
  if (type instanceof Schema.Types.Array) return faultInList(faultInValue(type.embeddedSchemaType));
  if (type instanceof Schema.Types.Subdocument) return faultInFields(type.schema);
  switch (type.instance) {
    case 'String':
      return (value) => (typeof value === 'string' ? null : { path: '', expected: 'a text' });
    case 'Number':
      return (value) => (typeof value === 'number' ? null : { path: '', expected: 'a number' });
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? null : { path: '', expected: 'true or false' });
    default:
      return noFault;
  }
};

const noFault: FindFault = () => null;

const faultInList =
  (find: FindFault): FindFault =>
  (value) => {
    if (!Array.isArray(value)) return { path: '', expected: 'a list' };
    for (const [index, item] of value.entries()) {
      const fault = find(item);
      if (fault !== null) return { path: joined(String(index), fault.path), expected: fault.expected };
    }
    return null;
  };

const joined = (outer: string, inner: string): string => (inner === '' ? outer : `${outer}.${inner}`);

/** Neither a date nor one of BSON's own types, which a hand may have put there. */
const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]' && !Object.hasOwn(value as object, '_bsontype');
