import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import type { Replica } from '../../../src/storage/migrate/joinStore.ts';
import type { Migration } from '../../../src/storage/migrations.ts';
import { newShapes, notesOf, tenants } from './migrating.ts';
import { thing, things } from './things.ts';

type Deed = 'old' | 'new' | 'write' | 'beat' | 'leave' | 'die' | 'wait';

/** What happens, to whom of those who live, and to which document. */
type Step = readonly [deed: Deed, pick: number, id: number];

const deeds = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Deed>('old', 'new') },
  { weight: 3, arbitrary: fc.constant<Deed>('write') },
  { weight: 3, arbitrary: fc.constant<Deed>('beat') },
  { weight: 2, arbitrary: fc.constantFrom<Deed>('leave', 'die', 'wait') },
);

export const histories: fc.Arbitrary<Step[]> = fc.array(fc.tuple(deeds, fc.nat({ max: 7 }), fc.nat({ max: 5 })), {
  minLength: 4,
  maxLength: 30,
});

interface Actor {
  readonly member: Replica;
  readonly isOld: boolean;
}

interface Stage {
  readonly engines: readonly [StorageEngine, StorageEngine];
  readonly clock: { advance(milliseconds: number): void };
  join(product: string, migrations: readonly Migration[], engine: StorageEngine): Promise<Replica>;
}

/** Replicas of two releases on one store, each in the shape that it is told to write. */
export const openCast = ({ engines, clock, join }: Stage) => {
  let living: readonly Actor[] = [];
  const enter = async (isOld: boolean, engine: StorageEngine): Promise<void> => {
    const member = await join(isOld ? '1.0.0' : '2.0.0', isOld ? [] : newShapes(), engine).catch(() => null);
    if (member !== null) living = [...living, { member, isOld }];
  };
  const write = async ({ member, isOld }: Actor, id: number): Promise<void> => {
    if (isOld) expect(await notesOf(engines[0])).not.toContain('new');
    const put = thing(String(id), { note: member.shape() === 1 ? 'new' : 'old' });
    await engines[0].collection(things).write(tenants[0], [{ put }]);
  };
  const act = async (deed: Deed, actor: Actor, id: number): Promise<void> => {
    if (deed === 'write') return write(actor, id);
    if (deed === 'beat') return actor.member.beat();
    living = living.filter((other) => other !== actor);
    if (deed === 'leave') await actor.member.leave();
  };
  /** Nobody who lives is silent for longer than a beat. */
  const pass = async (): Promise<void> => {
    clock.advance(10_000);
    for (const { member } of living) await member.beat();
  };
  return {
    play: async ([deed, pick, id]: Step): Promise<void> => {
      const actor = living[pick % Math.max(living.length, 1)];
      if (deed === 'wait') await pass();
      else if (deed === 'old' || deed === 'new') await enter(deed === 'old', engines[pick % 2 === 0 ? 0 : 1]);
      else if (actor) await act(deed, actor, id);
    },
    /** Every old one goes; then a new one must be able to bring everything to the new shape. */
    end: async (): Promise<void> => {
      for (const { member, isOld } of living) if (isOld) await member.leave();
      living = living.filter(({ isOld }) => !isOld);
      await enter(false, engines[0]);
      for (let beats = 0; beats < 5; beats += 1) await pass();
      expect(living.map(({ member }) => member.shape())).toEqual(living.map(() => 1));
    },
  };
};
