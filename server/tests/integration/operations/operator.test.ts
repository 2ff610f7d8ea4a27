import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { freePort } from '../../support/processes/freePort.ts';
import { startServerProcess, type ServerProcess } from '../../support/processes/serverProcess.ts';

describe('starting the server at a shell', () => {
  let folder: string;
  let started: ServerProcess[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'undersign-operator-'));
    started = [];
  });
  afterEach(async () => {
    for (const { child, exited } of started) {
      child.kill('SIGTERM');
      await exited;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (env: Record<string, string>): ServerProcess => {
    const server = startServerProcess({ PORT: '0', DATA_DIR: folder, ...env });
    started.push(server);
    return server;
  };
  const failure = async (env: Record<string, string>) => {
    const server = start(env);
    const code = await server.exited;
    return { code, text: server.output() };
  };

  test('a wrong configuration: every problem at once, exit code 78, no stack and no secret', async () => {
    const { code, text } = await failure({
      PORT: 'eighty',
      GRAPH_URL: 'http://graph.example.com',
      ENTRA_CLIENT_ID: '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11',
      ENCRYPTION_KEY: 'hunter2',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'postgres://a:hunter2@b/c',
    });
    expect(code).toBe(78);
    for (const name of ['PORT', 'GRAPH_URL', 'ENTRA_CLIENT_SECRET', 'ENCRYPTION_KEY', 'LOG_LEVEL', 'DATABASE_URL'])
      expect(text).toMatch(new RegExp(`- ${name} \\S+`));
    expect(text).not.toMatch(/hunter2|\.ts:\d+/);
  });

  test('a port in use: which one, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const port = String((other.address() as AddressInfo).port);
    const { code, text } = await failure({ PORT: port });
    other.close();
    expect(code).toBe(69);
    expect(text).toMatch(new RegExp(`Port ${port} is in use by another program.*PORT=`));
    expect(text).not.toMatch(/\.ts:\d+/);
  });

  test('a port in use for the directory of the demo: which one, and the variable that chooses another', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    const { code, text } = await failure({ SIMULATOR_PORT: port });
    other.close();
    expect(code).toBe(69);
    expect(text).toMatch(new RegExp(`Port ${port}, for the made-up directory.*SIMULATOR_PORT=`));
    expect(text).not.toMatch(/\.ts:\d+/);
  });

  test.each([
    ['a demo', {}],
    ['a tenant of one’s own', { ENTRA_CLIENT_ID: '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11', ENTRA_CLIENT_SECRET: 's' }],
  ])('a data folder that cannot be one, for %s: which, why, and what to do', async (_name, env) => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, text } = await failure({ DATA_DIR: file, ...env });
    expect(code).toBe(78);
    expect(text).toMatch(/DATA_DIR .*file cannot be written .*set DATA_DIR to another folder/);
    expect(text).not.toMatch(/\.ts:\d+/);
  });

  test('a database file that is damaged: where, and to restore a backup', async () => {
    const path = join(folder, 'undersign.db');
    writeFileSync(path, 'this is no database, whatever its name says. '.repeat(200));
    const { code, text } = await failure({});
    expect(code).toBe(69);
    expect(text).toContain(folder);
    expect(text).toMatch(/backup/i);
    expect(text).not.toMatch(/\.ts:\d+/);
    expect(readFileSync(path, 'utf8')).toMatch(/^this is no database/);
  });

  test('a database server that is away: what to check, no password, and no waiting beyond what its address says', async () => {
    const port = String(await freePort());
    const DATABASE_URL = `mongodb://undersign:hush@127.0.0.1:${port}/undersign?serverSelectionTimeoutMS=500`;
    const { code, text } = await failure({ DATABASE_URL, ENCRYPTION_KEY: randomBytes(32).toString('base64') });
    expect(code).toBe(69);
    expect(text).toMatch(/DATABASE_URL: The database does not answer\. Check .* has not started/);
    expect(text).not.toMatch(/hush|\.ts:\d+/);
  });

  test.each([
    ['another kind of server', 'mysql://undersign:hush@127.0.0.1/undersign', /must begin with mongodb:\/\//],
    [
      'an option that does not exist',
      'mongodb://undersign:hush@127.0.0.1/undersign?hurry=1',
      /no valid MongoDB address/,
    ],
  ])('an address of %s: exit code 78, and no password', async (_name, DATABASE_URL, advice) => {
    const { code, text } = await failure({ DATABASE_URL, ENCRYPTION_KEY: randomBytes(32).toString('base64') });
    expect(code).toBe(78);
    expect(text).toMatch(advice);
    expect(text).not.toMatch(/hush|\.ts:\d+/);
  });

  test('a key file that is damaged is not replaced: what was sealed with it would be lost', async () => {
    writeFileSync(join(folder, 'encryption.key'), 'short');
    const { code, text } = await failure({});
    expect(code).toBe(78);
    expect(text).toMatch(/encryption\.key does not hold a key.*backup/);
    expect(readFileSync(join(folder, 'encryption.key'), 'utf8')).toBe('short');
  });

  test('with nothing set it is a demo that says what to click, keeps its key to itself and ends when asked to', async () => {
    const dataDir = join(folder, 'a', 'new', 'folder');
    mkdirSync(join(folder, 'a'));
    const server = start({ DATA_DIR: dataDir });
    const url = await server.ready;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await (await fetch(`${url}/api/config`)).json()).toMatchObject({ demo: true });
    expect(server.output()).toMatch(/Sign in[\s\S]*Anna Vermeer[\s\S]*no password/);
    expect(statSync(join(dataDir, 'encryption.key')).mode & 0o077).toBe(0);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  });
});
