import { expect, test } from '@jest/globals';
import { declarations } from '../../storage/declare/collections.ts';
import { openRepositories } from '../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../storage/sqlite/openSqliteEngine.ts';
import { openTenantPulse } from './openTenantPulse.ts';

test('a change is told a second later, also where the clock was ahead by hours and is set right meanwhile', async () => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  const repositories = openRepositories(engine);
  let now = Date.parse('2026-03-01T14:00:00Z');
  const clock = { now: () => new Date(now), sleep: () => Promise.resolve() };
  const pulse = openTenantPulse({ repositories, clock });
  const change = async (): Promise<void> => {
    const { value, revision } = await repositories.settings.get('tenant');
    await repositories.settings.save('tenant', { ...value, isPaused: !value.isPaused }, revision);
  };
  const first = await pulse.read('tenant');
  await change();
  now += 999;
  expect(await pulse.read('tenant')).toEqual(first);
  now += 1;
  const second = await pulse.read('tenant');
  expect(second.settings).not.toBe(first.settings);
  await change();
  now -= 2 * 60 * 60_000;
  expect((await pulse.read('tenant')).settings).not.toBe(second.settings);
  await engine.close();
});
