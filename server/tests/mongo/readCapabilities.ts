import mongoose from 'mongoose';
import { z } from 'zod';
import type { MongoCapabilities, MongoServer } from './mongoServer.ts';

const helloSchema = z.object({ setName: z.string().optional(), msg: z.string().optional() });
const buildSchema = z.object({ version: z.string(), ferretdbVersion: z.string().optional() });
const commandsSchema = z.object({ commands: z.record(z.string(), z.unknown()) });
const planSchema = z.object({ queryPlanner: z.object({ winningPlan: z.unknown() }).partial() }).partial();

/** Asks the server itself, so a new version that can do more is believed at once. Rejects when it does not answer. */
export const readCapabilities = async (url: string): Promise<Omit<MongoServer, 'kind' | 'url'>> => {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
  try {
    const admin = client.db('admin');
    const hello = helloSchema.parse(await admin.command({ hello: 1 }));
    const build = buildSchema.parse(await admin.command({ buildInfo: 1 }));
    const { commands } = commandsSchema.parse(await admin.command({ listCommands: 1 }));
    const plan = planSchema.parse(
      await client
        .db('admin')
        .collection('undersign')
        .find({ _id: 'x' as never })
        .explain(),
    );
    const { ferretdbVersion } = build;
    return {
      name: ferretdbVersion === undefined ? 'MongoDB' : 'FerretDB',
      version: (ferretdbVersion ?? build.version).replace(/^v/, ''),
      capabilities: judge({ hello, commands, plan, real: ferretdbVersion === undefined }),
    };
  } finally {
    await client.close();
  }
};

interface Answers {
  readonly hello: z.infer<typeof helloSchema>;
  readonly commands: Readonly<Record<string, unknown>>;
  readonly plan: z.infer<typeof planSchema>;
  readonly real: boolean;
}

const judge = ({ hello, commands, plan, real }: Answers): MongoCapabilities => {
  const replicaSet = hello.setName !== undefined;
  const sharded = hello.msg === 'isdbgrid';
  return {
    replicaSet,
    sharded,
    oneShard: !sharded,
    transactions: real && (replicaSet || sharded),
    queryPlans: plan.queryPlanner?.winningPlan !== undefined,
    stepDown: replicaSet && 'replSetStepDown' in commands,
    failPoints: 'configureFailPoint' in commands,
    namesDuplicateKey: real,
  };
};
