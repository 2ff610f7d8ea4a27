import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import { openGraphDirectories } from '../../../src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../../src/identity/appTokens.ts';
import type { DirectoryReader } from '../../../src/ports/directory/directoryReader.ts';
import { openRecordingLogger } from '../../support/sync/recordingLogger.ts';
import { allPermissions } from '../../support/processes/startUndersign.ts';
import { openTestClock } from '../../support/sync/testClock.ts';
import { runsOn } from '../../support/processes/runsOn.ts';

let simulator: Simulator;
let directory: DirectoryReader;
beforeAll(async () => {
  simulator = await startSimulator();
  const { url, tenant } = simulator;
  simulator.consent.grant(tenant.clientId, allPermissions);
  const clock = openTestClock(() => simulator.clock.now());
  const { clientId, clientSecret } = tenant;
  const tokens = openAppTokens({ entraAuthority: url, graphUrl: url, clientId, clientSecret, clock });
  directory = openGraphDirectories({ graphUrl: url, tokens, clock, logger: openRecordingLogger() })(tenant.id, {
    isUrgent: true,
  });
});
afterAll(() => simulator.close());

const special = fc.constantFrom(...'#"\\&:%+\'()*?=;,/ ', '%23', '%2523', '#EXT#', ' OR ', 'é');
const odd = fc.array(special, { maxLength: 6 }).map((parts) => parts.join(''));

test('whatever stands between, before and behind the words, a name is found by itself, and never with an error', async () => {
  await fc.assert(
    fc.asyncProperty(odd, odd, odd, async (before, between, behind) => {
      const displayName = `${before}Zyxwvu${between}Quorn${behind}`;
      const { id } = simulator.directory.addUser({ userPrincipalName: 'zyxwvu@lindenhof.example', displayName });
      const { items } = await directory.findUsers({ search: displayName, limit: 20 });
      simulator.directory.hardDeleteUser(id);
      expect([displayName, items.map((item) => item.id)]).toEqual([displayName, [id]]);
    }),
    { numRuns: runsOn(150) },
  );
});

test('a guest is found by the sign-in name with its hashes', async () => {
  const search = 'tomas_herrera-partners.example#EXT#';
  const { items } = await directory.findUsers({ search, limit: 20 });
  expect(items.map(({ mail }) => mail)).toEqual(['tomas@herrera-partners.example']);
});
