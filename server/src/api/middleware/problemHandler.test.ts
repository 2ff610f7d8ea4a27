import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { openRecordingLogger, type RecordingLogger } from '../../../tests/support/sync/recordingLogger.ts';
import { StorageError } from '../../domain/errors.ts';
import { officeCloudOf } from '../officeCloud.ts';
import { beginAnswer } from './beginAnswer.ts';
import { notFound, problemHandler } from './problemHandler.ts';

const somebody = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const hash = 'f3a1c7d95b';
const away = (): never => {
  throw new StorageError('storage-away', 'The database does not answer.');
};

describe('what goes wrong in a request', () => {
  let logger: RecordingLogger;
  let server: Server;
  let url: string;
  beforeEach(async () => {
    logger = openRecordingLogger();
    const app = express();
    // As it is for people, and not for tests: there Express is silent.
    app.set('env', 'production');
    app.use(
      beginAnswer({
        publicUrl: 'http://localhost',
        connectSources: [],
        contractMark: 'mark',
        officeCloud: officeCloudOf('https://graph.microsoft.com'),
      }),
    );
    app.get('/api/teammates/:id', away);
    app.get('/images/photos/:teammateId/:hash/:cut', away);
    app.get('/api/sync/runs/:id/events', async (_request, response) => {
      await new Promise((resolve) => response.type('text/event-stream').write('event: run\n\n', resolve));
      away();
    });
    app.use(notFound);
    app.use(problemHandler(logger));
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    [`/api/teammates/${somebody}`, '/api/teammates/:id', 503],
    [`/images/photos/${somebody}/${hash}/round`, '/images/photos/:teammateId/:hash/:cut', 503],
    [`/nowhere/${somebody}`, 'none', 404],
  ])('stands in the log by the template of its route, and not by its address: %s', async (path, route, status) => {
    const response = await fetch(url + path);
    const { requestId } = (await response.json()) as { requestId: string };
    expect(response.status).toBe(status);
    expect(logger.lines).toEqual([expect.stringContaining(`"route":"${route}"`)]);
    expect(logger.lines[0]).toContain(requestId);
    expect(logger.lines[0]).not.toMatch(new RegExp(`${somebody}|${hash}`));
  });

  /** What Express says by itself, past the logger. */
  const saidElsewhere = async (work: () => Promise<void>): Promise<readonly unknown[]> => {
    const said: unknown[] = [];
    const out = console;
    const { error } = out;
    out.error = (...what: unknown[]) => void said.push(what);
    await work().finally(() => (out.error = error));
    return said;
  };

  test('after an answer has begun breaks it off, and stands in the log and nowhere else', async () => {
    let name: string | null = null;
    const said = await saidElsewhere(async () => {
      const response = await fetch(`${url}/api/sync/runs/${somebody}/events`);
      name = response.headers.get('x-request-id');
      await expect(response.text()).rejects.toThrow();
    });
    expect(said).toEqual([]);
    expect(logger.lines).toEqual([expect.stringContaining('answer broken off')]);
    expect(logger.lines[0]).toContain(name);
    expect(logger.lines[0]).not.toContain(somebody);
  });
});
