import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { openRecordingLogger } from '../../../tests/support/sync/recordingLogger.ts';
import type { Clock } from '../../ports/clock.ts';
import { sendBatch } from './graphBatch.ts';
import type { GraphCalls } from './graphClient.ts';
import { translateGraphError } from './graphErrors.ts';
import { openGraphTransport, type GraphMethod } from './graphTransport.ts';
import { openWaits } from './openWaits.ts';
import { ofRuns } from './patience.ts';

let now = Date.parse('2026-01-01T00:00:00.000Z');
/** Waiting is what makes time pass. */
const clock: Clock = {
  now: () => new Date(now),
  sleep: (milliseconds) => {
    now += milliseconds;
    return Promise.resolve();
  },
};
const refusal = { error: { code: 'UnknownError', message: '' } };

/** https://learn.microsoft.com/graph/errors */
const passing: readonly (readonly [number, string])[] = [
  [408, 'directory-unavailable'],
  [409, 'directory-unavailable'],
  [412, 'directory-unavailable'],
  [423, 'directory-unavailable'],
  [429, 'directory-throttled'],
  [500, 'directory-unavailable'],
  [502, 'directory-unavailable'],
  [503, 'directory-unavailable'],
  [504, 'directory-unavailable'],
  [507, 'directory-unavailable'],
  [509, 'directory-throttled'],
  [520, 'directory-unavailable'],
];
const lasting = [400, 403, 404, 405, 410, 414, 501, 505];

describe('a refusal of Microsoft Graph', () => {
  let asked = 0;
  let graph: Server;
  let graphUrl = '';
  beforeAll(async () => {
    graph = createServer(({ url = '' }, response) => {
      asked += 1;
      const [status, body] = asked === 1 ? [Number(url.slice(1)), refusal] : [200, { value: [] }];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve));
    graphUrl = `http://127.0.0.1:${String((graph.address() as AddressInfo).port)}`;
  });
  afterAll(() => new Promise((resolve) => graph.close(resolve)));

  /** How often a transport asks where the first answer has this status and every other is whole. */
  const askedOf = async (status: number, method: GraphMethod = 'GET'): Promise<number> => {
    asked = 0;
    const permissions = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];
    const tokens = {
      acquire: () => Promise.resolve({ accessToken: 'token', permissions, expiresAt: new Date(now + 3_600_000) }),
    };
    const transport = openGraphTransport({
      tenantId: 'tenant',
      graphUrl,
      tokens,
      clock,
      logger: openRecordingLogger(),
    });
    await transport.send({ url: `${graphUrl}/${String(status)}`, method });
    return asked;
  };

  /** The same of one item in a batch. */
  const askedInBatchOf = async (status: number): Promise<number> => {
    asked = 0;
    const post = () => {
      asked += 1;
      return Promise.resolve({ responses: [{ id: 'a', status: asked === 1 ? status : 200, body: refusal }] });
    };
    const calls = { post } as unknown as GraphCalls;
    await sendBatch({ calls, clock, patience: ofRuns }, [{ id: 'a', url: '/users/a' }]);
    return asked;
  };

  test.each(passing)('%d passes: the same is asked again, in a batch too', async (status, code) => {
    expect([await askedOf(status), await askedInBatchOf(status)]).toEqual([2, 2]);
    expect(translateGraphError({ status, headers: new Headers(), text: '' }).code).toBe(code);
  });

  test.each(lasting)('%d would be said again: nothing is asked twice, in a batch neither', async (status) => {
    expect([await askedOf(status), await askedInBatchOf(status)]).toEqual([1, 1]);
  });

  test.each([409, 412, 423])('%d to whoever writes says that it is too late: nothing is sent twice', async (status) => {
    expect(await askedOf(status, 'POST')).toBe(1);
  });

  test('from 500 on is tried again by both or by neither, whatever its number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 500, max: 599 }), async (status) => {
        expect(await askedOf(status)).toBe(await askedInBatchOf(status));
      }),
    );
  });

  test.each([429, 509])('%d is told as a limit while it is waited for', (status) => {
    const waits = openWaits({ ...clock, sleep: () => new Promise(() => undefined) });
    void waits.during({ status, headers: new Headers(), text: '' }, 1_000);
    expect(waits.first()?.reason).toBe('throttled');
  });
});
