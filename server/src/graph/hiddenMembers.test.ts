import { describe, expect, test } from '@jest/globals';
import { readListingPage } from './graphPages.ts';
import type { GraphTransport } from './http/graphTransport.ts';
import { usualReading } from '../domain/reading/peopleReading.ts';
import { openUserReading } from './people/graphUserReading.ts';

const graphUrl = 'https://graph.microsoft.com';

describe.each([
  ['group', '/v1.0/groups/x'],
  ['unit', '/v1.0/directory/administrativeUnits/x'],
] as const)('a list of a %s without anybody', (container, path) => {
  const next = `${graphUrl}${path}/members?$skiptoken=2`;

  /** The listing, page by page, of which every page is empty; returns what it was asked. */
  const readAll = async (visibility: string, permissions: readonly string[]) => {
    const asked: string[] = [];
    const answers: Readonly<Record<string, unknown>> = {
      [`${graphUrl}${path}?$select=visibility`]: { visibility },
      [next]: { value: [] },
    };
    const transport = {
      readJson: ({ url }: { readonly url: string }) => {
        asked.push(url.slice(graphUrl.length));
        return Promise.resolve(answers[url] ?? { value: [], '@odata.nextLink': next });
      },
    } as unknown as GraphTransport;
    const users = openUserReading(usualReading);
    const place = { transport, graphUrl, pageSize: 5, users, permissions: () => Promise.resolve(permissions) };
    const source = { kind: 'members', container, id: 'x' } as const;
    let link: string | null = null;
    do {
      link = (await readListingPage(place, { source, link, signal: undefined })).next;
    } while (link !== null);
    return asked;
  };

  test('is doubted at its end only, and believed of one that hides nobody', async () => {
    const asked = await readAll('Private', []);
    expect(asked.map((url) => url.replace(/\?.*/, ''))).toEqual([`${path}/members`, `${path}/members`, path]);
  });

  test('is a refusal where its members are hidden from us', async () => {
    await expect(readAll('HiddenMembership', ['User.Read.All'])).rejects.toMatchObject({ code: 'permission-missing' });
  });

  test('is believed of whoever may see hidden members', async () => {
    expect(await readAll('HiddenMembership', ['Member.Read.Hidden'])).toHaveLength(3);
  });
});
