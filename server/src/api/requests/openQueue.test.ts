import { EventEmitter } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import type { Response } from 'express';
import { openQueue } from './openQueue.ts';

const answer = () => {
  const headers: Record<string, string> = {};
  const emitter = Object.assign(new EventEmitter(), {
    destroyed: false,
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
  });
  return { response: emitter as unknown as Response, headers, leave: () => emitter.emit('close') };
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
    const both = [takeTurn(answer().response, first.turn), takeTurn(answer().response, second.turn)];
    second.end();
    first.end();
    expect(await Promise.all(both)).toEqual(['first', 'second']);
    expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    await expect(takeTurn(answer().response, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await takeTurn(answer().response, () => Promise.resolve('third'))).toBe('third');
  });

  test('are refused where too many wait, and let in once there is room', async () => {
    const takeTurn = openQueue(1);
    const { turn, end } = openTurn('first', []);
    const under = [takeTurn(answer().response, turn), takeTurn(answer().response, () => Promise.resolve('second'))];
    const { response, headers } = answer();
    await expect(takeTurn(response, turn)).rejects.toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(headers).toEqual({ 'Retry-After': '30' });
    end();
    await Promise.all(under);
    expect(await takeTurn(answer().response, () => Promise.resolve('third'))).toBe('third');
  });

  test('are not begun for who has gone meanwhile, and told where it was begun', async () => {
    const takeTurn = openQueue(4);
    const { turn, end } = openTurn('first', []);
    const [begun, waiting] = [answer(), answer()];
    const hasBegun = Promise.withResolvers<undefined>();
    let isGone = false;
    const first = takeTurn(begun.response, async (gone) => {
      hasBegun.resolve(undefined);
      await turn();
      isGone = gone.aborted;
    });
    let wasBegun = false;
    const second = takeTurn(waiting.response, () => {
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
