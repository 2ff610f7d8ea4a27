import { expect, test } from '@jest/globals';
import { openRecordingLogger } from '../../../../tests/support/sync/recordingLogger.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { noConnection } from '../../../domain/connection/connection.ts';
import { StorageError } from '../../../domain/errors.ts';
import { declarations } from '../../../storage/declare/collections.ts';
import { openRepositories } from '../../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../../storage/sqlite/openSqliteEngine.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { openAuditTrail } from '../../audit/openAuditTrail.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { mountSessionRoutes } from './sessionRoutes.ts';

const actor = {
  tenantId: 'tenant',
  userId: 'admin',
  displayName: 'Admin',
  userPrincipalName: 'admin@example.com',
  role: 'admin',
  scopes: null,
  appRoles: ['Undersign.Admin'],
  directoryRoles: [],
} as const;

test('the console opens while the disk is full, and what was to be noted of who came is noted the next time', async () => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  const stored = openRepositories(engine);
  await stored.connections.save('tenant', { ...noConnection, firstConnectedAt: '2026-01-01T00:00:00Z' });
  let full = true;
  const whileThereIsRoom = async <T>(write: () => Promise<T>): Promise<T> => {
    if (full) throw new StorageError('storage-full', 'The disk is full.');
    return write();
  };
  const { audit, roleGrants } = stored;
  const repositories: ApiOptions['repositories'] = {
    ...stored,
    audit: { ...audit, add: (...asked) => whileThereIsRoom(() => audit.add(...asked)) },
    roleGrants: { ...roleGrants, save: (...asked) => whileThereIsRoom(() => roleGrants.save(...asked)) },
  };
  const clock = { now: () => new Date('2026-03-01T14:00:00Z'), sleep: () => Promise.resolve() };
  const logger = openRecordingLogger();
  let open: (call: unknown) => Promise<unknown> = () => Promise.reject(new Error('There is no such route.'));
  const mount = ((endpoint, handler) => {
    if (endpoint.path === endpoints.getSession.path) open = handler as typeof open;
  }) as Mount;
  const options = { repositories, clock, logger, audit: openAuditTrail({ repositories, clock }) };
  mountSessionRoutes(mount, options as unknown as ApiOptions);
  const call = { actor, request: { ip: '10.0.0.1' } };

  expect(await open(call)).toMatchObject({ tenantId: 'tenant', role: 'admin' });
  expect(logger.lines).toHaveLength(2);
  full = false;
  await open(call);
  await open(call);
  expect(logger.lines).toHaveLength(2);
  expect((await audit.page('tenant', { limit: 10 })).items.map(({ action }) => action)).toEqual(['signIn']);
  expect((await roleGrants.get('tenant')).value.throughEntra).toMatchObject([{ person: { id: 'admin' } }]);
  await engine.close();
});
