import { describe, expect, test } from '@jest/globals';
import { noAssignments } from '../../../src/domain/assignment/assignment.ts';
import { usualFields, usualRule, type FieldSettings } from '../../../src/domain/fields/fieldSettings.ts';
import { defaultBrand } from '../../../src/domain/design/defaultBrand.ts';
import type { Signature, SignatureDesign } from '../../../src/domain/design/signature.ts';
import { StaleRevision } from '../../../src/domain/errors.ts';
import type { RepositoriesFixture } from '../support/withRepositories.ts';

const at = '2026-01-01T00:00:00.000Z';

const design: SignatureDesign = {
  newMail: { kind: 'html', html: '<b>{{ person.displayName }}</b> $ . " \u2028' },
  reply: { kind: 'sameAsNew' },
  forward: { kind: 'none' },
  images: 'hosted',
};

const signature = (id: string, name: string): Signature => ({
  id,
  name,
  draft: design,
  published: null,
  createdAt: at,
  createdBy: 'Ada',
  updatedAt: at,
  updatedBy: 'Ada',
});

export const signatureClauses = (fixture: RepositoriesFixture): void => {
  describe('signatures and who gets them', () => {
    test('signatures are listed by name, in their own tenant alone', async () => {
      const { signatures } = fixture.repositories;
      await signatures.save(fixture.tenant, signature('b', 'Zürich'), 0);
      await signatures.save(fixture.tenant, signature('a', 'amsterdam'), 0);
      expect((await signatures.list(fixture.tenant)).map(({ value }) => value.name)).toEqual(['amsterdam', 'Zürich']);
      expect(await signatures.get(fixture.tenant, 'b')).toEqual({ value: signature('b', 'Zürich'), revision: 1 });
      expect(await signatures.list(fixture.otherTenant)).toEqual([]);
    });

    test('of two admins who save the same signature at once, one learns that the other was first', async () => {
      await fixture.repositories.signatures.save(fixture.tenant, signature('a', 'One'), 0);
      const saves = await Promise.allSettled(
        [fixture.repositories, fixture.otherRepositories].map((one, index) =>
          one.signatures.save(fixture.tenant, signature('a', `Two ${String(index)}`), 1),
        ),
      );
      expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(saves.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(StaleRevision) });
    });

    test('a deleted signature is gone, can be brought back with its versions, and is forgotten when it is purged', async () => {
      const { signatures } = fixture.repositories;
      const version = { signatureId: 'a', name: 'One', version: 1, design, at, by: 'Ada' };
      await signatures.save(fixture.tenant, signature('a', 'One'), 0);
      await signatures.addVersion(fixture.tenant, version);
      expect(await signatures.remove(fixture.tenant, 'a', '2026-02-01T00:00:00.000Z')).toEqual(signature('a', 'One'));
      expect(await signatures.remove(fixture.tenant, 'a', '2026-02-02T00:00:00.000Z')).toBeNull();
      expect([await signatures.get(fixture.tenant, 'a'), await signatures.list(fixture.tenant)]).toEqual([null, []]);
      expect(await signatures.purge(fixture.tenant, '2026-02-01T00:00:00.000Z')).toBe(0);
      const deleted = { value: signature('a', 'One'), revision: 2, deletedAt: '2026-02-01T00:00:00.000Z' };
      expect(await signatures.getDeleted(fixture.tenant, 'a')).toEqual(deleted);
      expect(await signatures.getDeleted(fixture.otherTenant, 'a')).toBeNull();
      const back = { value: signature('a', 'One'), revision: 3 };
      expect(await signatures.save(fixture.tenant, deleted.value, deleted.revision)).toEqual(back);
      expect(await signatures.get(fixture.tenant, 'a')).toEqual(back);
      expect(await signatures.versions(fixture.tenant, 'a')).toEqual([version]);
      expect(await signatures.getDeleted(fixture.tenant, 'a')).toBeNull();
      await signatures.remove(fixture.tenant, 'a', '2026-02-01T00:00:00.000Z');
      expect(await signatures.purge(fixture.tenant, '2026-02-01T00:00:00.001Z')).toBe(1);
      expect(await signatures.getDeleted(fixture.tenant, 'a')).toBeNull();
      expect(await signatures.versions(fixture.tenant, 'a')).toEqual([]);
    });

    test('deleted signatures are listed from an instant on, the latest first, and forgotten some at a time', async () => {
      const { signatures } = fixture.repositories;
      const ids = Array.from({ length: 45 }, (_, each) => `s${String(each + 10)}`);
      for (const id of ids) {
        await signatures.save(fixture.tenant, signature(id, id), 0);
        await signatures.remove(fixture.tenant, id, `2026-02-01T00:00:${id.slice(1)}.000Z`);
      }
      await signatures.save(fixture.tenant, signature('kept', 'Kept'), 0);
      const since = async (second: string) =>
        (await signatures.listDeleted(fixture.tenant, `2026-02-01T00:00:${second}.000Z`)).map(({ value }) => value.id);
      expect(await since('00')).toEqual(ids.toReversed());
      expect(await since('53')).toEqual(['s54', 's53']);
      expect(await signatures.listDeleted(fixture.otherTenant, at)).toEqual([]);
      const before = '2026-02-01T00:00:54.000Z';
      const isAny = (until: string) => signatures.isAnyDeletedBefore(fixture.tenant, until);
      expect([await isAny('2026-02-01T00:00:10.000Z'), await isAny(before)]).toEqual([false, true]);
      const forgotten = [];
      while (forgotten.at(-1) !== 0) forgotten.push(await signatures.purge(fixture.tenant, before));
      expect(forgotten).toEqual([20, 20, 4, 0]);
      expect([await since('00'), await isAny(before)]).toEqual([['s54'], false]);
      expect((await signatures.list(fixture.tenant)).map(({ value }) => value.id)).toEqual(['kept']);
    });

    test('versions come newest first, and each keeps its design', async () => {
      const { signatures } = fixture.repositories;
      for (const number of [1, 2, 10]) {
        await signatures.addVersion(fixture.tenant, {
          signatureId: 'a',
          name: 'One',
          version: number,
          design,
          at,
          by: 'Ada',
        });
      }
      expect((await signatures.versions(fixture.tenant, 'a')).map(({ version }) => version)).toEqual([10, 2, 1]);
      expect(await signatures.getVersion(fixture.tenant, 'a', 2)).toMatchObject({ version: 2, design });
      expect(await signatures.getVersion(fixture.tenant, 'a', 3)).toBeNull();
      expect(await signatures.versions(fixture.tenant, 'other')).toEqual([]);
    });

    test('rules and brand are what everybody starts with until somebody saves others', async () => {
      const { assignments, brands } = fixture.repositories;
      expect(await assignments.get(fixture.tenant)).toEqual({ value: noAssignments, revision: 0 });
      expect(await brands.get(fixture.tenant)).toEqual({ value: defaultBrand, revision: 0 });
      await assignments.save(fixture.tenant, { rules: [], otherwise: { kind: 'none' } }, 0);
      expect(await assignments.get(fixture.tenant)).toEqual({
        value: { rules: [], otherwise: { kind: 'none' } },
        revision: 1,
      });
      await expect(assignments.save(fixture.tenant, noAssignments, 0)).rejects.toThrow(StaleRevision);
    });

    test('fields follow the usual rules until somebody saves others, and of two who save one is told', async () => {
      const { fieldSettings } = fixture.repositories;
      expect(await fieldSettings.get(fixture.tenant)).toEqual({ value: usualFields, revision: 0 });
      const saved: FieldSettings = {
        rules: { 'custom.since': { ...usualRule('custom.since'), editableBy: 'teammate' } },
        custom: [{ key: 'since', labels: { en: 'Since', nl: 'Sinds', de: 'Seit' }, type: 'date' }],
      };
      expect(await fieldSettings.save(fixture.tenant, saved, 0)).toBe(1);
      expect(await fieldSettings.get(fixture.tenant)).toEqual({ value: saved, revision: 1 });
      await expect(fieldSettings.save(fixture.tenant, usualFields, 0)).rejects.toThrow(StaleRevision);
      expect(await fieldSettings.get('other')).toEqual({ value: usualFields, revision: 0 });
    });

    test('an image added twice is one, with all its bytes, until it is removed', async () => {
      const { images } = fixture.repositories;
      const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));
      const image = {
        id: 'f'.repeat(64),
        name: 'logo.png',
        contentType: 'image/png',
        width: 10,
        height: 20,
        bytes: 1000,
        addedAt: at,
      } as const;
      await images.add(fixture.tenant, image, bytes);
      await images.add(fixture.tenant, image, bytes);
      expect(await images.list(fixture.tenant)).toEqual([image]);
      expect(await images.content(fixture.tenant, image.id)).toEqual(bytes);
      expect(await images.content(fixture.otherTenant, image.id)).toBeNull();
      await images.remove(fixture.tenant, image.id);
      expect([await images.get(fixture.tenant, image.id), await images.content(fixture.tenant, image.id)]).toEqual([
        null,
        null,
      ]);
    });
  });
};
