import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { MongoCapabilities, MongoServer } from './mongoServer.ts';

const helloSchema = z.object({ setName: z.string().optional(), msg: z.string().optional() });
const buildSchema = z.object({ version: z.string(), ferretdbVersion: z.string().optional() });
const commandsSchema = z.object({ commands: z.record(z.string(), z.unknown()) });
const planSchema = z.object({ queryPlanner: z.object({ winningPlan: z.unknown() }).partial() }).partial();

/** Asks the server itself, so a new version that can do more is believed at once. Rejects when it does not answer. */
export const readCapabilities = async (url: string): Promise<Omit<MongoServer, 'kind' | 'url'>> => {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 30_000 });
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
    const queryPlans = plan.queryPlanner?.winningPlan !== undefined;
    const orderedIndexes = queryPlans && (await readsInOrder(client));
    const { ferretdbVersion } = build;
    return {
      name: ferretdbVersion === undefined ? 'MongoDB' : 'FerretDB',
      version: (ferretdbVersion ?? build.version).replace(/^v/, ''),
      capabilities: judge({ hello, commands, queryPlans, orderedIndexes, real: ferretdbVersion === undefined }),
    };
  } finally {
    await client.close();
  }
};

interface Answers {
  readonly hello: z.infer<typeof helloSchema>;
  readonly commands: Readonly<Record<string, unknown>>;
  readonly queryPlans: boolean;
  readonly orderedIndexes: boolean;
  readonly real: boolean;
}

const judge = ({ hello, commands, queryPlans, orderedIndexes, real }: Answers): MongoCapabilities => {
  const replicaSet = hello.setName !== undefined;
  const sharded = hello.msg === 'isdbgrid';
  return {
    replicaSet,
    sharded,
    oneShard: !sharded,
    transactions: real && (replicaSet || sharded),
    queryPlans,
    orderedIndexes,
    stepDown: replicaSet && 'replSetStepDown' in commands,
    failPoints: 'configureFailPoint' in commands,
    namesDuplicateKey: real,
  };
};

const readsInOrder = async (client: mongoose.mongo.MongoClient): Promise<boolean> => {
  const database = client.db(`undersign-${randomUUID()}`);
  try {
    const collection = database.collection('probe');
    await collection.createIndex({ a: 1, b: 1, _id: 1 }, { name: 'order' });
    await collection.insertOne({ a: 1, b: 1 });
    const asked = collection.find({ a: 1 }).sort({ b: 1, _id: 1 }).hint('order');
    return !stepsOf(planSchema.parse(await asked.explain('queryPlanner')).queryPlanner?.winningPlan).includes('SORT');
  } finally {
    await database.dropDatabase();
  }
};

/** Names of all steps of a plan, however it is nested. */
export const stepsOf = (plan: unknown): readonly string[] => {
  if (typeof plan !== 'object' || plan === null) return [];
  const inner = Object.values(plan).flatMap(stepsOf);
  return 'stage' in plan && typeof plan.stage === 'string' ? [plan.stage, ...inner] : inner;
};
