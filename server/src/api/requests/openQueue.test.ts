import { EventEmitter } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import type { Response } from 'express';
import { openQueue } from './openQueue.ts';

const answer = (tenantId: string = crypto.randomUUID()) => {
  const headers: Record<string, string> = {};
  const emitter = Object.assign(new EventEmitter(), {
    destroyed: false,
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
  });
  const waiting = { tenantId, response: emitter as unknown as Response };
  return { waiting, headers, leave: () => emitter.emit('close') };
};

/** A turn that ends when it is told to. */
const openTurn = (name: string, told: string[]) => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const turn = async (): Promise<string> => {
    told.push(`${name} begins`);
    await promise;
    told.push(`${name} ends`);
    return name;
  };
  return {
    turn,
    end: () => {
      resolve(undefined);
    },
  };
};

describe('requests that are much work each', () => {
  test('have their turns one after another, also after one that failed', async () => {
    const takeTurn = openQueue(4);
    const told: string[] = [];
    const [first, second] = [openTurn('first', told), openTurn('second', told)];
    const both = [takeTurn(answer().waiting, first.turn), takeTurn(answer().waiting, second.turn)];
    second.end();
    first.end();
    expect(await Promise.all(both)).toEqual(['first', 'second']);
    expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    await expect(takeTurn(answer().waiting, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await takeTurn(answer().waiting, () => Promise.resolve('third'))).toBe('third');
  });

  test('are refused where too many wait, and let in once there is room', async () => {
    const takeTurn = openQueue(1);
    const { turn, end } = openTurn('first', []);
    const under = [takeTurn(answer().waiting, turn), takeTurn(answer().waiting, () => Promise.resolve('second'))];
    const { waiting, headers } = answer();
    await expect(takeTurn(waiting, turn)).rejects.toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(headers).toEqual({ 'Retry-After': '30' });
    end();
    await Promise.all(under);
    expect(await takeTurn(answer().waiting, () => Promise.resolve('third'))).toBe('third');
  });

  test('leave room for others where one tenant asks for many', async () => {
    const takeTurn = openQueue(4);
    const { turn, end } = openTurn('first', []);
    const under = ['one', 'one', 'other'].map((tenantId) => takeTurn(answer(tenantId).waiting, turn));
    await expect(takeTurn(answer('one').waiting, turn)).rejects.toMatchObject({ status: 429 });
    end();
    expect(await Promise.all(under)).toHaveLength(3);
  });

  test('are not begun for who has gone meanwhile, and told where it was begun', async () => {
    const takeTurn = openQueue(4);
    const { turn, end } = openTurn('first', []);
    const [begun, waiting] = [answer(), answer()];
    const hasBegun = Promise.withResolvers<undefined>();
    let isGone = false;
    const first = takeTurn(begun.waiting, async (gone) => {
      hasBegun.resolve(undefined);
      await turn();
      isGone = gone.aborted;
    });
    let wasBegun = false;
    const second = takeTurn(waiting.waiting, () => {
      wasBegun = true;
      return Promise.resolve();
    });
    await hasBegun.promise;
    begun.leave();
    waiting.leave();
    end();
    const [, refusal] = await Promise.allSettled([first, second]);
    expect(refusal).toMatchObject({ reason: { code: 'invalid-request' } });
    expect([isGone, wasBegun]).toEqual([true, false]);
  });
});
