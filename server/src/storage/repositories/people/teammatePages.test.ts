import { expect, test } from '@jest/globals';
import { sampleTeammate } from '../../../../tests/support/people/samplePeople.ts';
import { declarations } from '../../declare/collections.ts';
import { openRepositories } from '../../openRepositories.ts';
import { openSqliteEngine } from '../../sqlite/openSqliteEngine.ts';

const tenant = 'contoso';

test('people without a photo are looked for a while, and counted only where that means no long reading', async () => {
  const { teammates, enrichments } = openRepositories(await openSqliteEngine({ file: ':memory:', declarations }));
  const ids = Array.from({ length: 1001 }, (_, index) => `id-${String(index).padStart(4, '0')}`);
  await teammates.save(
    tenant,
    ids.map((id) => sampleTeammate({ id })),
  );
  const photo = { etag: 'e', hash: 'x' };
  await enrichments.save(
    tenant,
    ids.slice(0, -1).map((teammateId) => ({ teammateId, managerId: null, photo })),
  );
  const count = (search: string) => teammates.countMatching(tenant, { view: 'noPhoto', search });
  expect(await count('')).toBe(1);
  expect(await count('grace')).toBeNull();
  expect(await count('nobody')).toBe(0);

  const pages: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await teammates.page(tenant, { view: 'noPhoto', limit: 50, ...(cursor ? { cursor } : {}) });
    pages.push(page.items.map(({ id }) => id));
    cursor = page.cursor;
  }
  expect(pages).toEqual([[], [], ['id-1000']]);
});
