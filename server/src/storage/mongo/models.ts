import type { Connection, Model } from 'mongoose';
import type { AnyDeclaration } from '../declare/declaration.ts';
import type { StoredDocument } from './layout.ts';
import type { DocumentSchema } from './schemas/documentSchema.ts';
import { storedSchema } from './schemas/storedSchema.ts';

/** Documents as they are stored; what a collection's own fields are is the schema's business. */
export type DocumentModel = Model<StoredDocument>;

export const openModel = (
  connection: Connection,
  declaration: AnyDeclaration,
  schemas: readonly DocumentSchema[],
): DocumentModel =>
  connection.model(declaration.name, storedSchema(schemas, declaration), declaration.name) as unknown as DocumentModel;
