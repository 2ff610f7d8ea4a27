import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openRecordingLogger } from '../../tests/support/sync/recordingLogger.ts';
import type { Clock } from '../ports/clock.ts';
import type { DirectoryReader, OpenDirectory } from '../ports/directory/directoryReader.ts';
import { openGraphDirectories } from './graphDirectoryReader.ts';

const refusal = { error: { code: 'TooManyRequests', message: '' } };
const headers = { 'Retry-After': '120' };

/** Of a batch each object is held back, of anything else the whole answer. */
const answerTo = (text: string) => {
  if (text === '') return { status: 429, body: refusal };
  const { requests } = JSON.parse(text) as { requests: readonly { id: string }[] };
  return { status: 200, body: { responses: requests.map(({ id }) => ({ id, status: 429, headers, body: refusal })) } };
};

describe('a directory that asks to wait for two minutes', () => {
  let graph: Server;
  let open: OpenDirectory;
  let isWaitedFor: Promise<void>;
  beforeEach(async () => {
    graph = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        const { status, body } = answerTo(text);
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve));
    const waited: PromiseWithResolvers<void> = Promise.withResolvers();
    isWaitedFor = waited.promise;
    /** Waits until it is stopped. */
    const clock: Clock = {
      now: () => new Date('2026-01-01T00:00:00.000Z'),
      sleep: (_milliseconds, signal) => {
        waited.resolve();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        });
      },
    };
    const token = { accessToken: 'token', permissions: ['User.Read.All'], expiresAt: new Date('2026-01-02') };
    open = openGraphDirectories({
      graphUrl: `http://127.0.0.1:${String((graph.address() as AddressInfo).port)}`,
      tokens: { acquire: () => Promise.resolve(token) },
      clock,
      logger: openRecordingLogger(),
    });
  });
  afterEach(() => {
    graph.closeAllConnections();
    graph.close();
  });

  type Question = (directory: DirectoryReader, signal?: AbortSignal) => Promise<unknown>;
  const single: readonly (readonly [string, Question])[] = [
    ['readUsers', (directory, signal) => directory.readUsers(['ada'], signal)],
    ['resolveNames', (directory, signal) => directory.resolveNames('group', ['group'], signal)],
    ['readContainersOf', (directory, signal) => directory.readContainersOf('user', ['ada'], signal)],
    ['countUsers', (directory, signal) => directory.countUsers(signal)],
  ];

  test.each(single)('%s: whoever looks at a screen is told at once', async (_name, ask) => {
    await expect(ask(open('tenant', { isUrgent: true }))).rejects.toMatchObject({ code: 'directory-throttled' });
  });

  test.each(single)('%s: a run that is stopped waits no longer', async (_name, ask) => {
    const abort = new AbortController();
    const asking = ask(open('tenant'), abort.signal);
    await isWaitedFor;
    abort.abort(new Error('stopped'));
    await expect(asking).rejects.toThrow('stopped');
  });

  test('whoever looks at a screen does not wait out the pause that a run was asked for', async () => {
    const abort = new AbortController();
    const counting = open('tenant').countUsers(abort.signal);
    await isWaitedFor;
    const finding = open('tenant', { isUrgent: true }).findGroups({ search: '', limit: 20 });
    await expect(finding).rejects.toMatchObject({ code: 'directory-throttled' });
    abort.abort(new Error('stopped'));
    await expect(counting).rejects.toThrow('stopped');
  });
});
