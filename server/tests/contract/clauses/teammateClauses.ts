import { describe, expect, test } from '@jest/globals';
import type { Sighting } from '../../../src/domain/rollout/sighting.ts';
import type { TeammateQuery } from '../../../src/ports/repositories/teammateRepository.ts';
import type { PageRequest } from '../../../src/ports/pages/pages.ts';
import { manyOn } from '../support/targets/contractTarget.ts';
import { followPages, type RepositoriesFixture } from '../support/withRepositories.ts';
import { teammate } from '../support/samples.ts';

export const teammateClauses = (fixture: RepositoriesFixture): void => {
  describe('teammates', () => {
    const list = async (query: Omit<TeammateQuery, 'limit'> = {}): Promise<readonly string[]> => {
      const { teammates } = fixture.repositories;
      const all = await followPages((window) => teammates.page(fixture.tenant, { ...query, ...window }), 2);
      return all.map(({ id }) => id);
    };

    test('are listed by folded name then id, with or without a status, in their own tenant only', async () => {
      const { teammates } = fixture.repositories;
      await teammates.save(fixture.tenant, [
        teammate('1', { displayName: 'zoë' }),
        teammate('2', { displayName: 'Ángel' }, { status: 'disabled' }),
        teammate('3', { displayName: 'Zoe' }),
        teammate('4', { displayName: null, userPrincipalName: 'bob@contoso.com' }),
      ]);
      await teammates.save(fixture.otherTenant, [teammate('1', { displayName: 'Somebody Else' })]);
      expect(await list()).toEqual(['2', '4', '1', '3']);
      expect(await list({ status: 'active' })).toEqual(['4', '1', '3']);
      expect(await list({ status: 'disabled' })).toEqual(['2']);
      expect(await teammates.count(fixture.tenant)).toBe(4);
      expect(await teammates.count(fixture.tenant, 'active')).toBe(3);
      expect((await teammates.get(fixture.otherTenant, '1'))?.profile.displayName).toBe('Somebody Else');
      expect(await teammates.get(fixture.otherTenant, '2')).toBeNull();
    });

    test('are listed page after page by a name, title or department of any length, by cursors that the API takes', async () => {
      const { teammates } = fixture.repositories;
      const long = '각'.repeat(256);
      const people = ['1', '2', '3', '4'].map((id) =>
        teammate(id, { displayName: `${long}${id}`, jobTitle: 'x'.repeat(10_000), department: long }),
      );
      await teammates.save(fixture.tenant, people);
      for (const sort of ['name', 'title', 'department'] as const) {
        const read = async (window: PageRequest) => {
          const page = await teammates.page(fixture.tenant, { sort, ...window });
          expect((page.cursor ?? '').length).toBeLessThanOrEqual(2000);
          return page;
        };
        expect((await followPages(read, 1)).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
      }
    });

    test('are found when each word begins one of theirs, whatever the case, diacritics and order', async () => {
      const { teammates } = fixture.repositories;
      await teammates.save(fixture.tenant, [
        teammate('ada', { displayName: 'Ada Lovelace', mail: 'ada.lovelace@contoso.com', department: 'Engines' }),
        teammate(
          'zoe',
          { displayName: 'Zoë O’Brien', mail: 'zoe@contoso.com', jobTitle: 'Engineer' },
          { status: 'disabled' },
        ),
        teammate('emo', { displayName: '★ 😀', mail: null, userPrincipalName: 'emo@fabrikam.com' }),
      ]);
      expect(await list({ search: 'LOVE a' })).toEqual(['ada']);
      expect(await list({ search: 'zoe' })).toEqual(['zoe']);
      expect(await list({ search: "o'brien" })).toEqual(['zoe']);
      expect(await list({ search: 'o’brien' })).toEqual(['zoe']);
      expect(await list({ search: 'ada.lovelace@contoso.com' })).toEqual(['ada']);
      expect(await list({ search: 'engin' })).toEqual(['ada', 'zoe']);
      expect(await list({ search: 'engin', status: 'active' })).toEqual(['ada']);
      expect(await list({ search: '★' })).toEqual(['emo']);
      expect(await list({ search: 'velace' })).toEqual([]);
      expect(await list({ search: '%' })).toEqual([]);
      expect(await list({ search: '   ' })).toHaveLength(3);
      expect(await list({ search: 'x'.repeat(500) })).toEqual([]);
    });

    test('are no longer found by a name they no longer have', async () => {
      const { teammates } = fixture.repositories;
      await teammates.save(fixture.tenant, [teammate('1', { displayName: 'Ada Byron', mail: 'byron@contoso.com' })]);
      await teammates.save(fixture.tenant, [teammate('1', { displayName: 'Ada Lovelace', mail: 'ada@contoso.com' })]);
      expect(await list({ search: 'byron' })).toEqual([]);
      expect(await list({ search: 'lovelace' })).toEqual(['1']);
      expect(await teammates.findByAddress(fixture.tenant, 'byron@contoso.com')).toBeNull();
      expect((await teammates.findByAddress(fixture.tenant, 'ada@contoso.com'))?.id).toBe('1');
    });

    test('are found by mail before sign-in name, whatever the case, and only while active', async () => {
      const { teammates } = fixture.repositories;
      await teammates.save(fixture.tenant, [
        teammate('signs', { displayName: 'A', userPrincipalName: 'Shared@contoso.com', mail: 'own@contoso.com' }),
        teammate('mails', { displayName: 'B', mail: 'shared@Contoso.com' }),
        teammate('left', { mail: 'left@contoso.com' }, { status: 'disabled' }),
        teammate('gone', { mail: 'gone@contoso.com' }, { status: 'removed' }),
        teammate('umlaut', { mail: 'müller@contoso.com' }),
      ]);
      const found = async (address: string): Promise<string | undefined> =>
        (await teammates.findByAddress(fixture.tenant, address))?.id;
      expect(await found(' SHARED@contoso.com ')).toBe('mails');
      expect(await found('own@contoso.com')).toBe('signs');
      expect(await found('mails@contoso.com')).toBe('mails');
      expect(await found('left@contoso.com')).toBeUndefined();
      expect(await found('muller@contoso.com')).toBeUndefined();
      expect(await found('shared')).toBeUndefined();
      const listed = async (address: string) =>
        (await teammates.listByAddress(fixture.tenant, address)).map(({ id }) => id);
      expect(await listed(' SHARED@contoso.com ')).toEqual(['mails', 'signs']);
      expect(await listed('left@contoso.com')).toEqual(['left']);
      expect(await listed('gone@contoso.com')).toEqual([]);
      expect(await listed('muller@contoso.com')).toEqual([]);
    });

    test('are sorted by title, department or change, both ways, with what is empty last and what is set here first', async () => {
      const { teammates } = fixture.repositories;
      await teammates.save(fixture.tenant, [
        teammate('a', { jobTitle: 'Zoologist', department: 'éclairs' }, { updatedAt: '2026-01-03T00:00:00.000Z' }),
        teammate('b', { jobTitle: null, department: 'Engines' }, { updatedAt: '2026-01-01T00:00:00.000Z' }),
        teammate('c', { jobTitle: 'zoologist' }, { updatedAt: '2026-01-02T00:00:00.000Z', status: 'disabled' }),
        teammate('d', { jobTitle: 'Baker', department: '  ' }, { overrides: { jobTitle: 'Aviator' } }),
      ]);
      expect(await list({ sort: 'title' })).toEqual(['d', 'a', 'c', 'b']);
      expect(await list({ sort: 'title', descending: true })).toEqual(['b', 'c', 'a', 'd']);
      expect(await list({ sort: 'department' })).toEqual(['a', 'b', 'c', 'd']);
      expect(await list({ sort: 'updatedAt', status: 'active' })).toEqual(['b', 'd', 'a']);
      expect(await list({ sort: 'updatedAt', descending: true, search: 'zoologist' })).toEqual(['a', 'c']);
      expect(await list({ search: 'aviator' })).toEqual(['d']);
    });

    test('are found by what they lack and by what waits, and counted so with a search', async () => {
      const { teammates, enrichments } = fixture.repositories;
      const complete = {
        ...{
          displayName: 'Full House',
          jobTitle: 'Host',
          department: 'Rooms',
          companyName: 'Inn',
          mail: 'f@inn.example',
        },
        ...{ businessPhones: ['1'], mobilePhone: '2', streetAddress: 'Road 1', postalCode: '1000 AA', city: 'Ghent' },
      };
      const outside = { inScope: false, omission: { kind: 'notPicked' }, despite: [] } as const;
      const held = { state: 'held', runId: 'run', at: '2026-01-01T00:00:00.000Z' } as const;
      await teammates.save(fixture.tenant, [
        teammate('full', complete),
        teammate('mute', { ...complete, businessPhones: [' '], mobilePhone: null }),
        teammate('set', { ...complete, businessPhones: [], mobilePhone: null }, { overrides: { mobilePhone: '3' } }),
        teammate('held', complete, { scope: outside, departure: held }),
        teammate('out', complete, { scope: outside }),
        teammate('off', complete, { status: 'disabled', scope: outside }),
        teammate('gone', {}, { status: 'removed', scope: outside }),
      ]);
      const photo = (teammateId: string, hash: string | null) => ({
        teammateId,
        managerId: null,
        photo: { etag: 'e', hash },
      });
      await enrichments.save(fixture.tenant, [photo('full', 'x'), photo('mute', null)]);
      const count = (view: 'noPhone' | 'noPhoto' | 'incomplete' | 'held' | 'outOfScope', search = '') =>
        teammates.countMatching(fixture.tenant, { view, search });
      expect(await list({ view: 'noPhone' })).toEqual(['mute']);
      expect(await list({ view: 'incomplete' })).toEqual(['mute', 'set']);
      expect(await list({ view: 'held' })).toEqual(['held']);
      expect(await list({ view: 'outOfScope', sort: 'title' })).toEqual(['held', 'out']);
      expect(await list({ view: 'noPhoto' })).toEqual(['held', 'mute', 'off', 'out', 'set']);
      expect(await list({ view: 'noPhoto', status: 'disabled' })).toEqual(['off']);
      expect(await count('incomplete')).toBe(2);
      expect(await count('incomplete', 'house')).toBe(2);
      expect(await count('incomplete', 'nobody')).toBe(0);
      expect(await count('noPhoto', 'house')).toBe(5);
      expect(await enrichments.countPhotos(fixture.tenant)).toBe(1);
    });

    test('keep what was left out, and are found by it as by what was set', async () => {
      const { teammates } = fixture.repositories;
      const date = '2026-03-01';
      const stamps = { overrideStamps: { faxNumber: { by: 'A', at: '2026-01-01', until: { date, timeZone: 'UTC' } } } };
      const shy = teammate('shy', { jobTitle: 'Zoologist' }, { overrides: { jobTitle: '', faxNumber: '' }, ...stamps });
      await teammates.save(fixture.tenant, [shy, teammate('b', { jobTitle: 'Baker' })]);
      expect(await teammates.get(fixture.tenant, 'shy')).toEqual(shy);
      const page = await teammates.page(fixture.tenant, { limit: 9, sort: 'title' });
      expect(page.items.map(({ id }) => id)).toEqual(['b', 'shy']);
      expect(await teammates.countMatching(fixture.tenant, { view: 'overridden' })).toBe(1);
      expect((await teammates.pageEnding(fixture.tenant, date, { limit: 9 })).items).toEqual([shy]);
    });

    test('are found by an override that ends, the first to end first', async () => {
      const { teammates } = fixture.repositories;
      const until = (id: string, date: string) =>
        teammate(
          id,
          {},
          {
            overrides: { jobTitle: 'Acting lead' },
            overrideStamps: { jobTitle: { by: 'Admin', at: '2026-01-01', until: { date, timeZone: 'UTC' } } },
          },
        );
      const people = [until('c', '2026-03-02'), until('b', '2026-03-01'), until('a', '2026-03-02'), teammate('d')];
      await teammates.save(fixture.tenant, [...people, until('e', '2026-04-01')]);
      const first = await teammates.pageEnding(fixture.tenant, '2026-03-02', { limit: 2 });
      const second = await teammates.pageEnding(fixture.tenant, '2026-03-02', { limit: 9, cursor: first.cursor ?? '' });
      expect([first, second].map(({ items }) => items.map(({ id }) => id))).toEqual([['b', 'a'], ['c']]);
      expect(second.cursor).toBeNull();
      expect((await teammates.pageEnding(fixture.tenant, '2026-02-28', { limit: 9 })).items).toEqual([]);
    });

    test('are remembered where they were seen, counted by client, and forgotten with the teammate', async () => {
      const { teammates, sightings } = fixture.repositories;
      const seen = (teammateId: string, client: 'web' | 'ios', code: string | null = null): Sighting => ({
        teammateId,
        clients: [{ client, version: '1', seenOn: '2026-03-31' }],
        problem: code === null ? null : { code, on: '2026-03-31' },
      });
      await teammates.save(fixture.tenant, [teammate('a', {}), teammate('b', {}), teammate('c', {})]);
      for (const one of [seen('a', 'web'), seen('b', 'web', 'consent'), seen('c', 'ios')])
        await sightings.save(fixture.tenant, one);
      await sightings.save(fixture.tenant, seen('a', 'ios'));
      const counts = async () => [
        await sightings.count(fixture.tenant),
        await sightings.countClient(fixture.tenant, 'web'),
        await sightings.countClient(fixture.tenant, 'ios'),
        await sightings.countProblems(fixture.tenant),
      ];
      expect(await counts()).toEqual([3, 1, 2, 1]);
      expect(await sightings.get(fixture.tenant, 'a')).toEqual(seen('a', 'ios'));
      expect((await sightings.getMany(fixture.tenant, ['b', 'x'])).map(({ teammateId }) => teammateId)).toEqual(['b']);
      await teammates.save(fixture.tenant, [teammate('b', {}, { status: 'removed' })]);
      await teammates.purge(fixture.tenant, ['c']);
      expect(await counts()).toEqual([1, 0, 1, 0]);
    });

    test('are scanned in order of id', async () => {
      const { teammates } = fixture.repositories;
      const ids = Array.from({ length: manyOn(fixture, 1200) }, (_, index) => `id-${String(index).padStart(5, '0')}`);
      await teammates.save(
        fixture.tenant,
        ids.toReversed().map((id) => teammate(id)),
      );
      const seen: string[] = [];
      for await (const batch of teammates.scan(fixture.tenant)) seen.push(...batch.map(({ id }) => id));
      expect(seen).toEqual(ids);
    });
  });
};
