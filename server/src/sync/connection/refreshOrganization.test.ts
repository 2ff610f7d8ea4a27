import { expect, test } from '@jest/globals';
import { noConnection, type Connection } from '../../domain/connection/connection.ts';
import { StaleRevision } from '../../domain/errors.ts';
import type { OrganizationRead } from '../../ports/directory/directoryReader.ts';
import type { RunExecution } from '../run/runExecution.ts';
import { refreshOrganization } from './refreshOrganization.ts';

const organization = { displayName: 'Contoso', domains: ['contoso.example', 'contoso.onmicrosoft.example'] };
const connected: Connection = { ...noConnection, state: 'connected', organization };

/** What is saved where the directory says this of a tenant that is connected so, and whether it was asked. */
const savedAfter = async (
  says: () => Promise<OrganizationRead>,
  known: Connection | null = connected,
  isStale = false,
) => {
  const saved: Connection[] = [];
  let isAsked = false;
  const execution = {
    tenantId: 'tenant',
    repositories: {
      connections: {
        get: () => Promise.resolve(known && { value: known, revision: 7 }),
        save: (_tenant: string, connection: Connection, revision: number) => {
          expect(revision).toBe(7);
          if (isStale) return Promise.reject(new StaleRevision('connections', 'tenant'));
          saved.push(connection);
          return Promise.resolve();
        },
      },
    },
    directory: {
      readOrganization: () => {
        isAsked = true;
        return says();
      },
    },
    signal: new AbortController().signal,
  };
  await refreshOrganization(execution as unknown as RunExecution);
  return { saved, isAsked };
};
const renamed = { ...organization, displayName: 'Fabrikam' };

test('what a tenant is called and its domains are written where they are others, and beside them nothing changes', async () => {
  const fewer = { ...organization, domains: organization.domains.slice(1) };
  for (const news of [renamed, fewer]) {
    const { saved } = await savedAfter(() => Promise.resolve(news));
    expect(saved).toEqual([{ ...connected, organization: news }]);
  }
});

test('they are written by nobody where they are the same in another order, cannot be read or are none', async () => {
  const same = { ...organization, domains: organization.domains.toReversed() };
  const says = [
    () => Promise.resolve(same),
    () => Promise.resolve({ ...organization, domains: [] }),
    () => Promise.reject(new Error('not today')),
  ];
  for (const each of says) expect(await savedAfter(each)).toEqual({ saved: [], isAsked: true });
});

test('they are not asked for once nobody is connected, and what somebody else wrote meanwhile stays', async () => {
  const says = () => Promise.resolve(renamed);
  for (const known of [null, noConnection])
    expect(await savedAfter(says, known)).toEqual({ saved: [], isAsked: false });
  expect(await savedAfter(says, connected, true)).toEqual({ saved: [], isAsked: true });
});
