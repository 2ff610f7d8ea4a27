import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../../../simulator/startSimulator.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { replicas } from '../../../src/storage/declare/systemCollections.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { signIn } from '../../support/http/signIn.ts';
import { freePort } from '../../support/processes/freePort.ts';
import { startServerProcess, type ServerProcess } from '../../support/processes/serverProcess.ts';

/** A connection on which bytes are sent one by one. */
interface Line {
  readonly socket: Socket;
  /** Resolves as soon as the answer so far has these words; rejects when the line ends without. */
  until(words: string): Promise<string>;
  readonly closed: Promise<void>;
}

const openLine = async (port: number): Promise<Line> => {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  const until = (words: string) =>
    new Promise<string>((resolve, reject) => {
      const look = (): void => {
        if (heard.includes(words)) resolve(heard);
      };
      socket.on('data', look);
      void closed.then(() => reject(new Error(`The line ended after: ${heard}`)));
      look();
    });
  return { socket, until, closed };
};

const validation = (length: number): string =>
  [
    'POST /api/notifications?validationToken=proof HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${String(length)}`,
    'Expect: 100-continue',
    '\r\n',
  ].join('\r\n');

describe('stopping, as a container or systemd asks for it', () => {
  let folder: string;
  let started: ServerProcess[];
  let authority: Server | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'undersign-stopping-'));
    started = [];
  });
  afterEach(async () => {
    for (const { child, exited } of started) {
      child.kill('SIGKILL');
      await exited;
    }
    authority?.closeAllConnections();
    authority?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (env: Record<string, string> = {}): ServerProcess => {
    const server = startServerProcess({ PORT: '0', DATA_DIR: folder, ...env });
    started.push(server);
    return server;
  };
  const portOf = async (server: ServerProcess): Promise<number> => Number(new URL(await server.ready).port);

  test('an answer under way is given, kept connections hold nothing up, and nobody new is let in', async () => {
    const server = start();
    const port = await portOf(server);
    const idle = await openLine(port);
    idle.socket.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await idle.until('{"status":"ok"');
    const busy = await openLine(port);
    busy.socket.write(validation(2));
    await busy.until('100 Continue');

    server.child.kill('SIGTERM');
    await idle.closed;
    const late = fetch(`http://127.0.0.1:${String(port)}/health/live`).then(
      () => 'let in',
      () => 'refused',
    );
    // Without waiting for that: an answer that takes longer than a few seconds is cut off.
    busy.socket.write('{}');
    expect(await busy.until('proof')).toContain('HTTP/1.1 200');
    expect(await late).toBe('refused');
    expect(await server.exited).toBe(0);
  });

  test('whoever listens to what changes is told that it is over, and comes again elsewhere', async () => {
    const simulator = await startSimulator();
    try {
      const server = start({
        ENTRA_AUTHORITY: simulator.url,
        GRAPH_URL: simulator.url,
        ENTRA_CLIENT_ID: simulator.tenant.clientId,
        ENTRA_CLIENT_SECRET: simulator.tenant.clientSecret,
      });
      const port = await portOf(server);
      const { accessToken } = await signIn(simulator, simulator.tenant.accounts.globalAdmin.userPrincipalName);
      const headers = { authorization: `Bearer ${accessToken}` };
      const listening = await fetch(`http://127.0.0.1:${String(port)}/api/events`, { headers });
      server.child.kill('SIGTERM');
      expect(await listening.text()).toContain('event: marks');
      expect(await server.exited).toBe(0);
    } finally {
      await simulator.close();
    }
  });

  test('whoever never ends a request does not keep it from ending', async () => {
    const server = start();
    const endless = await openLine(await portOf(server));
    endless.socket.write(validation(2));
    await endless.until('100 Continue');
    server.child.kill('SIGTERM');
    server.child.kill('SIGINT');
    expect(await server.exited).toBe(0);
    await endless.closed;
  });

  test('while it still starts it says so, and ends when asked to', async () => {
    const asked = new Promise<void>((resolve) => {
      authority = createServer(() => resolve());
    });
    await new Promise<void>((resolve) => authority?.listen(0, '127.0.0.1', resolve));
    const port = await freePort();
    const server = start({
      PORT: String(port),
      ENTRA_AUTHORITY: `http://127.0.0.1:${String((authority?.address() as AddressInfo).port)}`,
      ENTRA_CLIENT_ID: '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11',
      ENTRA_CLIENT_SECRET: 's',
    });
    await asked;
    const answer = await fetch(`http://127.0.0.1:${String(port)}/health/ready`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.output()).not.toContain('ready at');
  });

  test('a database that lets nobody write does not keep it from ending in good order', async () => {
    const server = start();
    await server.ready;
    const other = new DatabaseSync(join(folder, 'undersign.db'));
    try {
      other.exec('BEGIN IMMEDIATE');
      server.child.kill('SIGTERM');
      expect(await server.exited).toBe(0);
      expect(server.output()).toContain('could not be taken off the list');
    } finally {
      other.close();
    }
  });

  test('a start that fails leaves no place among the replicas for others to wait for', async () => {
    authority = createServer((_request, response) => response.writeHead(500).end());
    await new Promise<void>((resolve) => authority?.listen(0, '127.0.0.1', resolve));
    const server = start({
      ENTRA_AUTHORITY: `http://127.0.0.1:${String((authority.address() as AddressInfo).port)}`,
      ENTRA_CLIENT_ID: '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11',
      ENTRA_CLIENT_SECRET: 's',
    });
    expect(await server.exited).toBe(1);
    const engine = await openSqliteEngine({ directory: folder, declarations });
    expect(await engine.tenants(replicas)).toEqual([]);
    await engine.close();
  });
});
