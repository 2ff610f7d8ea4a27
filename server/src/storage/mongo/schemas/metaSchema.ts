import { Schema } from 'mongoose';

/** Facts about the database itself. */
export interface MetaDocument {
  readonly _id: string;
  readonly product?: string;
  readonly value?: string;
}

/** Named after the product, so that it explains itself to whoever finds it. */
export const metaCollection = 'undersign';

export const metaSchema = new Schema<MetaDocument>(
  { _id: { type: String, required: true }, product: String, value: String },
  { strict: 'throw', strictQuery: 'throw', versionKey: false, autoIndex: false, autoCreate: false, id: false },
);
