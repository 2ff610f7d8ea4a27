import { Types, type Connection, type Model } from 'mongoose';
import { Duplicate, LeaseLost, StaleRevision } from '../../../domain/errors.ts';
import { unlessTwice } from '../connection/meta.ts';
import { idIndex } from '../schemas/indexNames.ts';
import { metaModel, type MetaDocument } from '../schemas/metaSchema.ts';
import { askTogether, type Ask } from './askTogether.ts';

/**
 * Of each tenant: who wrote last, and who may be writing now. Whoever writes puts a name of its own into `open` before
 * anything is sent, and takes it out once all of it is answered. So between two moments at which the mark is the same and
 * nobody writes, nothing has changed.
 *
 * Who dies while writing leaves its name behind, and a statement may still be on its way. While a name stands there nobody
 * keeps answers; whoever has seen it for a minute seals what the tenant has, after which nothing that was prepared before
 * reaches anything (`seal.ts`; new documents are reserved first, as under a fence), and takes it out then. ADR 12.
 */
export interface ChangeMarks {
  /** Around everything that one call writes. */
  readonly around: <R>(tenant: string, work: (announce: () => Promise<void>) => Promise<R>) => Promise<R>;
  /** The same text as long as nothing of them has changed, as of a moment after this was called; null while somebody writes. */
  readonly of: (tenants: readonly string[]) => Promise<string | null>;
  /** Keys of documents are others now, of any tenant. */
  readonly raiseAll: () => Promise<void>;
}

export interface MarkOptions {
  /** Shuts out every write of the tenant that was prepared before. */
  readonly seal: (tenant: string) => Promise<void>;
  /** How long a name may stand before it is taken for that of somebody dead, in milliseconds; a minute unless told otherwise. */
  readonly patience?: number | undefined;
}

type Name = Types.ObjectId;
type MarkModel = Model<MetaDocument>;

const usualPatience = 60_000;

export const openChangeMarks = (
  connection: Connection,
  { seal, patience = usualPatience }: MarkOptions,
): ChangeMarks => {
  const model = metaModel(connection);
  const ask = askTogether(askFor(model));
  const watch = openWatch({ patience, clean: (tenant, seen) => clean(model, seal, { tenant, seen }) });
  return {
    around: (tenant, work) => around(model, tenant, work),
    of: async (tenants) => {
      const found = await ask(tenants.map(markId));
      const marks = tenants.map((tenant) => found.get(markId(tenant)));
      const busy = tenants.filter((_, at) => namesIn(marks[at]).length > 0);
      for (const tenant of busy) watch(tenant, namesIn(found.get(markId(tenant))));
      return busy.length > 0 ? null : marks.map((one) => String(one?.mark ?? 'none')).join(' ');
    },
    raiseAll: async () => {
      await model.updateMany({ mark: { $exists: true } }, { $set: { mark: new Types.ObjectId() } });
    },
  };
};

const markId = (tenant: string): string => `mark ${tenant}`;

const namesIn = (found: MetaDocument | null | undefined): readonly Name[] => found?.open ?? [];

const askFor =
  (model: MarkModel): Ask<ReadonlyMap<string, MetaDocument>> =>
  async (ids) => {
    const asked = model.find({ _id: { $in: [...ids] } }).hint(idIndex);
    const found = await asked.batchSize(ids.length + 1).lean();
    return new Map(found.map((document) => [document._id, document]));
  };

/** A name for each time something is sent, so that one which is taken out too early leaves the next one standing. */
const around = async <R>(
  model: MarkModel,
  tenant: string,
  work: (announce: () => Promise<void>) => Promise<R>,
): Promise<R> => {
  const names: Name[] = [];
  const announce = async (): Promise<void> => {
    const name = new Types.ObjectId();
    const change = { $set: { mark: name }, $push: { open: name } };
    await unlessTwice(() => model.updateOne({ _id: markId(tenant) }, change, { upsert: true }));
    names.push(name);
  };
  // What was written is written: a name that stays is found by whoever asks.
  const end = (): Promise<void> => takeOut(model, tenant, names).catch(() => undefined);
  try {
    const result = await work(announce);
    await end();
    return result;
  } catch (error) {
    if (isAnswered(error)) await end();
    throw error;
  }
};

const takeOut = async (model: MarkModel, tenant: string, names: readonly Name[]): Promise<void> => {
  if (names.length > 0) await model.updateOne({ _id: markId(tenant) }, { $pullAll: { open: [...names] } });
};

/** The server has said what became of everything that was sent; after anything else some of it may still be on its way. */
const isAnswered = (error: unknown): boolean =>
  error instanceof LeaseLost || error instanceof StaleRevision || error instanceof Duplicate;

interface Seen {
  readonly tenant: string;
  readonly seen: readonly Name[];
}

const clean = async (model: MarkModel, seal: MarkOptions['seal'], { tenant, seen }: Seen): Promise<void> => {
  const standing = namesIn(await model.findOne({ _id: markId(tenant) }).lean());
  const left = seen.filter((name) => standing.some((other) => other.equals(name)));
  if (left.length === 0) return;
  await seal(tenant);
  await takeOut(model, tenant, left);
};

interface Watch {
  readonly patience: number;
  readonly clean: (tenant: string, seen: readonly Name[]) => Promise<void>;
}

/** One look at each tenant at a time; where it fails, whoever asks next begins anew. */
const openWatch = ({ patience, clean }: Watch) => {
  const watched = new Set<string>();
  return (tenant: string, seen: readonly Name[]): void => {
    if (watched.has(tenant)) return;
    watched.add(tenant);
    const look = async (): Promise<void> => {
      await clean(tenant, seen).catch(() => undefined);
      watched.delete(tenant);
    };
    setTimeout(() => void look(), patience).unref();
  };
};
