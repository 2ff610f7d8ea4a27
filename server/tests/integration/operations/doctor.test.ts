import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../../src/config/loadConfig.ts';
import { examine } from '../../../src/doctor/examine.ts';
import type { Checked } from '../../../src/doctor/checked.ts';
import { openReplicaRoll } from '../../../src/storage/migrate/replicaRoll.ts';
import { migrations } from '../../../src/storage/migrations.ts';
import { repositoryRoot } from '../../support/cruise.ts';
import { freePort } from '../../support/processes/freePort.ts';
import { openRecordingLogger } from '../../support/sync/recordingLogger.ts';
import { changeOwn, ownForm } from '../../support/people/registration.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';
import { openTestClock } from '../../support/sync/testClock.ts';

const run = async (env: Readonly<Record<string, string>>, args: readonly string[] = []) => {
  const child = spawn(process.execPath, [join(repositoryRoot, 'server/src/commands/doctorMain.ts'), ...args], {
    env: { PATH: process.env['PATH'], NODE_OPTIONS: '--disable-warning=ExperimentalWarning', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, text };
};

/** The one of the test announces itself once; a machine that is busy with something else takes it for gone. */
const announceOneThatStays = async ({ store, simulator }: Undersign): Promise<void> => {
  const engine = await store.open();
  const tomorrow = openTestClock(() => simulator.clock.now() + 24 * 60 * 60_000);
  await openReplicaRoll(engine, tomorrow).announce({ id: 'one that stays', knows: 0, writes: 0, product: '0.9.0' });
  await engine.close();
};

const secret = 'hush-this-is-the-secret';

describe('npm run doctor', () => {
  let undersign: Undersign;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    undersign = await startUndersign();
    await undersign.connectedAdmin();
    await announceOneThatStays(undersign);
    const { simulator, store, url } = undersign;
    env = {
      ...store.env,
      ENTRA_AUTHORITY: simulator.url,
      GRAPH_URL: simulator.url,
      ENTRA_CLIENT_ID: simulator.tenant.clientId,
      ENTRA_CLIENT_SECRET: simulator.tenant.clientSecret,
      PUBLIC_URL: url,
      METRICS_TOKEN: secret,
    };
  });
  afterAll(() => undersign.close());

  const findings = async (changed: Readonly<Record<string, string>> = {}, apart = 0): Promise<readonly Checked[]> => {
    const found: Checked[] = [];
    const examination = {
      config: loadConfig({ ...env, ...changed }),
      release: { product: '1.0.0', migrations },
      clock: openTestClock(() => undersign.simulator.clock.now() + apart),
      logger: openRecordingLogger(),
      projectDir: repositoryRoot,
      nodeVersion: process.versions.node,
    };
    for await (const finding of examine(examination)) found.push(finding);
    return found;
  };
  const statusOf = (found: readonly Checked[], check: string): readonly string[] =>
    found.filter((finding) => finding.check === check).map(({ status }) => status);
  const messageOf = (found: readonly Checked[], check: string): string =>
    found
      .filter((finding) => finding.check === check)
      .map(({ message, action }) => `${message} → ${action ?? ''}`)
      .join('\n');

  test('beside a server that runs: what is well, what a tenant lacks, one line for each and no secret', async () => {
    const { code, text } = await run(env);
    expect(text).toMatch(/^ok {7}Node 24/m);
    expect(text).toMatch(/^ok .*can be read and written/m);
    expect(text).toMatch(/^ok .*Schema \d+ of \d+, \d running on it \(.*0\.9\.0\)/m);
    expect(text).toMatch(/^ok .*Microsoft Entra \(.*\) answers, with its signing keys/m);
    expect(text).toMatch(/^ok .*lets us in, with every permission$/m);
    expect(text).toMatch(/^ok .*is this installation/m);
    expect(text).toMatch(/^ok .*Graph’s handshake comes through/m);
    expect(text).toMatch(/^warning .*https only.*\n {9}→ Put a proxy/m);
    expect(text).toMatch(/\n0 failed, 1 warnings, \d+ ok\n$/);
    expect(code).toBe(0);
    for (const hidden of [
      secret,
      undersign.simulator.tenant.clientSecret,
      ...Object.values(env).filter((value) => value.includes('@') || value.endsWith('=')),
    ])
      expect(text).not.toContain(hidden);
  });

  test('for a program: the same as JSON, and an exit code that says whether something failed', async () => {
    const { code, text } = await run({ ...env, ENTRA_CLIENT_SECRET: secret }, ['--json']);
    const report = JSON.parse(text) as { failed: number; findings: readonly Checked[] };
    expect(code).toBe(1);
    expect(report.failed).toBe(1);
    expect(messageOf(report.findings, 'tenant')).toMatch(/cannot be read: \S+ → .+/);
    expect(text).not.toContain(secret);
  });

  test('a wrong configuration: every problem, exit code 78, and no secret', async () => {
    const { code, text } = await run({ PORT: 'eighty', ENCRYPTION_KEY: secret, ENTRA_CLIENT_ID: 'x' });
    expect(code).toBe(78);
    for (const name of ['PORT', 'ENCRYPTION_KEY', 'ENTRA_CLIENT_ID'])
      expect(text).toMatch(new RegExp(`^FAILED +${name} `, 'm'));
    expect(text).not.toContain(secret);
  });

  test('a secret of a tenant’s own that ends soon, ended, or is gone in Entra', async () => {
    const admin = await undersign.connectedAdmin();
    const { simulator } = undersign;
    const soon = new Date(simulator.clock.now() + 20 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await admin.put('/api/connection/registration', { ...ownForm(simulator), secretExpiresOn: soon });
    expect(messageOf(await findings(), 'credential')).toMatch(
      /client secret of .* ends in (19|20) days → Make a new one/,
    );
    expect(statusOf(await findings({}, 40 * 24 * 60 * 60_000), 'credential')).toEqual(['failed']);
    changeOwn(simulator, { secrets: [{ value: 'another' }] });
    const gone = await findings();
    // What the others need.
    await undersign.connectedAdmin();
    expect(statusOf(gone, 'tenant')).toEqual(['failed']);
  });

  test.each([
    ['that agrees', 2000, 'ok'],
    ['a minute ahead', 60_000, 'warning'],
    ['ten minutes behind', -600_000, 'failed'],
  ])('a clock %s', async (_name, apart, status) => {
    const found = await findings({}, apart);
    expect(statusOf(found, 'clock')).toEqual([status]);
  });

  test('an address that leads nowhere, one that leads elsewhere, and Microsoft out of reach', async () => {
    const nowhere = `http://127.0.0.1:${String(await freePort())}`;
    expect(statusOf(await findings({ PUBLIC_URL: nowhere }), 'public-url')).toEqual(['failed']);
    expect(messageOf(await findings({ PUBLIC_URL: undersign.simulator.url }), 'public-url')).toMatch(
      /does not lead here/,
    );
    const away = await findings({ ENTRA_AUTHORITY: nowhere, GRAPH_URL: nowhere });
    expect(['entra', 'graph'].map((check) => statusOf(away, check))).toEqual([['failed'], ['failed']]);
    expect(messageOf(away, 'entra')).toMatch(/ECONNREFUSED → Check the network/);
  });

  test('a server that was never started: nothing is made, and nothing is missing but the start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'undersign-doctor-'));
    const place = { DATA_DIR: folder, DATABASE_URL: '', PUBLIC_URL: `http://127.0.0.1:${String(await freePort())}` };
    const found = await findings(place);
    expect(found.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(messageOf(found, 'store')).toMatch(/no database in .* yet/);
    expect(messageOf(found, 'public-url')).toMatch(/the server does not run → Start it/);
    expect(existsSync(join(folder, 'undersign.db'))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
