import { expect, test } from '@jest/globals';
import { readListingPage } from './graphPages.ts';
import type { GraphTransport } from './http/graphTransport.ts';
import { openUserReading } from './people/graphUserReading.ts';

const graphUrl = 'https://graph.microsoft.com';
const next = `${graphUrl}/v1.0/groups/g/members?$skiptoken=2`;

/** The listing of group g, page by page, of which every page is empty; returns what it was asked. */
const readAll = async (visibility: string, permissions: readonly string[]) => {
  const asked: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    [`${graphUrl}/v1.0/groups/g?$select=visibility`]: { visibility },
    [next]: { value: [] },
  };
  const transport = {
    readJson: ({ url }: { readonly url: string }) => {
      asked.push(url.slice(graphUrl.length));
      return Promise.resolve(answers[url] ?? { value: [], '@odata.nextLink': next });
    },
  } as unknown as GraphTransport;
  const users = openUserReading([]);
  const place = { transport, graphUrl, pageSize: 5, users, permissions: () => Promise.resolve(permissions) };
  const source = { kind: 'members', container: 'group', id: 'g' } as const;
  let link: string | null = null;
  do {
    link = (await readListingPage(place, { source, link, signal: undefined })).next;
  } while (link !== null);
  return asked;
};

test('a list without anybody is doubted at its end only, and believed of a group that hides nobody', async () => {
  const asked = await readAll('Private', []);
  expect(asked.map((path) => path.replace(/\?.*/, ''))).toEqual([
    '/v1.0/groups/g/members',
    '/v1.0/groups/g/members',
    '/v1.0/groups/g',
  ]);
});

test('a list without anybody is a refusal where the group hides its members from us', async () => {
  await expect(readAll('HiddenMembership', ['User.Read.All'])).rejects.toMatchObject({ code: 'permission-missing' });
});

test('a list without anybody is believed of whoever may see hidden members', async () => {
  expect(await readAll('HiddenMembership', ['Member.Read.Hidden'])).toHaveLength(3);
});
