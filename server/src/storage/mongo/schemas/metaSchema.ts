import { Schema, type Connection, type Model, type Types } from 'mongoose';

/** Facts about the database itself, and of each tenant who wrote last; see `marks/changeMarks.ts`. */
export interface MetaDocument {
  readonly _id: string;
  readonly product?: string;
  readonly value?: string;
  readonly mark?: Types.ObjectId;
  readonly open?: readonly Types.ObjectId[];
}

/** Named after the product, so that it explains itself to whoever finds it. */
export const metaCollection = 'undersign';

const metaSchema = new Schema<MetaDocument>(
  {
    _id: { type: String, required: true },
    product: String,
    value: String,
    mark: Schema.Types.ObjectId,
    open: { type: [Schema.Types.ObjectId], default: undefined },
  },
  { strict: 'throw', strictQuery: 'throw', versionKey: false, autoIndex: false, autoCreate: false, id: false },
);

export const metaModel = (connection: Connection): Model<MetaDocument> =>
  connection.models[metaCollection] ?? connection.model<MetaDocument>(metaCollection, metaSchema, metaCollection);
