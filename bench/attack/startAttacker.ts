import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { AttackName, Target } from './attacks.ts';

export interface Order extends Target {
  readonly name: AttackName;
}

/** Resolves once the first requests are on their way. */
export const startAttacker = async (order: Order): Promise<{ stop(): Promise<void> }> => {
  const child = fork(join(import.meta.dirname, 'attacker.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  child.send(order);
  await once(child, 'message');
  return {
    stop: async () => {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
};
