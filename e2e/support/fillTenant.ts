import { change, putOffTurns, type ApiOfPerson } from './apiOf.ts';
import { openDirectory } from './stories/leaversStory.ts';

/** What there is to look at, by the addresses of its pages. */
export interface Filled {
  readonly signatureId: string;
  readonly teammateId: string;
  readonly runId: string;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly name?: string; readonly displayName?: string }[];
}

/**
 * How a run has ended, once it has. Not asked for again and again: a busy machine takes longer than so many requests are
 * allowed.
 */
export const endOf = async (api: ApiOfPerson, id: string): Promise<string> => {
  await api.untilEnd(`/api/sync/runs/${id}/events`);
  return (await api.get<{ status: string }>(`/api/sync/runs/${id}`)).status;
};

/** Starts a run and waits for its end. */
export const run = async (
  api: ApiOfPerson,
  path: string,
  body: unknown = {},
): Promise<{ id: string; status: string }> => {
  const { id } = await api.send<{ id: string }>('POST', path, body);
  return { id, status: await endOf(api, id) };
};

const start = async (api: ApiOfPerson, path: string): Promise<string> => {
  const { id, status } = await run(api, path);
  if (status !== 'succeeded') throw new Error(`The run ${status}.`);
  return id;
};

/** Everybody of the directory becomes a teammate. */
export const syncEverybody = async (api: ApiOfPerson): Promise<void> => {
  await change(api, 'selection', { everyone: true });
  await putOffTurns(api);
  await start(api, '/api/sync/runs');
};

const groupCalled = async (api: ApiOfPerson, name: string): Promise<{ id: string; displayName: string }> => {
  const found = await api.get<Listed>(`/api/directory/groups?search=${encodeURIComponent(name)}`);
  return { id: found.items[0]?.id ?? '', displayName: name };
};

/** The members of a group become teammates. */
export const syncTeam = async (api: ApiOfPerson, name: string): Promise<void> => {
  await change(api, 'selection', { groups: [await groupCalled(api, name)] });
  await start(api, '/api/sync/runs');
};

/** A signature from the gallery, published, and given to the group that is picked. */
const giveSignature = async (api: ApiOfPerson, group: { id: string; displayName: string }): Promise<string> => {
  const { items } = await api.get<{ items: readonly { design: unknown }[] }>('/api/signatures/gallery');
  const made = await api.send<{ id: string; revision: number }>('POST', '/api/signatures', {
    name: 'Engineering',
    design: items[0]?.design,
  });
  await api.send('POST', `/api/signatures/${made.id}/publish`, { revision: made.revision });
  const { assignments, revision } = await api.get<{ assignments: object; revision: number }>('/api/assignments');
  const rule = {
    ...{
      id: crypto.randomUUID(),
      name: 'Engineering',
      enabled: true,
      outcome: { kind: 'signature', signatureId: made.id },
    },
    ...{ people: [], groups: [group], units: [], condition: null, composeTypes: [], mailboxes: [], recipients: 'any' },
    ...{ from: null, until: null, timeZone: 'Europe/Brussels' },
  };
  await api.send('PUT', '/api/assignments', { assignments: { ...assignments, rules: [rule] }, revision });
  return made.id;
};

/** A tenant that is connected already gets people, runs, a signature, a rule and somebody whose departure waits. */
export const fillTenant = async (api: ApiOfPerson, simulatorUrl: string): Promise<Filled> => {
  const group = await groupCalled(api, 'Team Engineering');
  await change(api, 'selection', { groups: [group] });
  await change(api, 'settings', { guard: { count: 1, percent: 0 } });
  await start(api, '/api/sync/preview');
  const runId = await start(api, '/api/sync/runs');
  const people = await api.get<Listed>('/api/teammates?limit=1');
  const signatureId = await giveSignature(api, group);
  for (const name of ['anouk.claeys', 'arjun.thompson', 'bas.schouten'])
    await openDirectory(simulatorUrl)({ op: 'softDeleteUser', id: `${name}@lindenhof.example` });
  await start(api, '/api/sync/runs');
  return { signatureId, teammateId: people.items[0]?.id ?? '', runId };
};
