import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noAssignments, type Assignments } from '../../server/src/domain/assignment/assignment.ts';
import { defaultBrand } from '../../server/src/domain/design/defaultBrand.ts';
import { gallery } from '../../server/src/domain/design/gallery/gallery.ts';
import type { Teammate } from '../../server/src/domain/teammate/teammate.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import { chooseForMail } from '../../server/src/signatures/assignments/chooseForMail.ts';
import { openSecretBox } from '../../server/src/identity/secrets/secretBox.ts';
import { openedDesigns } from '../../server/src/signatures/designs/openedDesigns.ts';
import { declarations } from '../../server/src/storage/declare/collections.ts';
import { assignments, signatures } from '../../server/src/storage/declare/signatureCollections.ts';
import { teammates } from '../../server/src/storage/declare/people/teammateCollections.ts';
import { openRepositories } from '../../server/src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../server/src/storage/sqlite/openSqliteEngine.ts';
import { teammate } from '../../server/tests/contract/support/samples.ts';
import type { Took } from './took.ts';

const tenantId = 'bench';
const batch = 1000;
const at = '2026-01-01T00:00:00.000Z';

const person = (number: number): Teammate =>
  teammate(`p${String(number).padStart(8, '0')}`, {
    displayName: `Sanne de Vries ${String(number)}`,
    jobTitle: number % 3 === 0 ? 'Product manager' : 'Verpleegkundige',
    department: number % 2 === 0 ? 'Product' : 'Care',
    companyName: 'Lumière & Zonen',
    mail: `sanne.${String(number)}@example.com`,
    businessPhones: [`020 1${String(100_000 + (number % 900_000))}`],
    mobilePhone: `+316${String(10_000_000 + number)}`,
    streetAddress: 'Keizersgracht 1',
    postalCode: '1015 CJ',
    city: 'Amsterdam',
    country: 'Netherlands',
  });

/** One rule that looks at a field, so that half of all get the first signature and the others the second. */
const rules: Assignments = {
  ...noAssignments,
  rules: [
    {
      ...{ id: 'r', name: 'Product', enabled: true, outcome: { kind: 'signature', signatureId: 'threeColumns' } },
      ...{ people: [], groups: [], units: [], composeTypes: [], mailboxes: [], recipients: 'any' },
      condition: {
        match: 'all',
        tests: [{ kind: 'field', field: 'person.department', is: 'equals', value: 'Product' }],
      },
      ...{ from: null, until: null, timeZone: 'Europe/Amsterdam' },
    },
  ],
  otherwise: { kind: 'signature', signatureId: 'logoLeft' },
};

/**
 * What a mail takes that nobody has asked about before, for each of so many teammates in SQLite: reading what is kept of
 * them, choosing the signature by the rules, and rendering it.
 */
export const renderEverybody = async (people: number): Promise<Took> => {
  const directory = mkdtempSync(join(tmpdir(), 'undersign-render-'));
  const engine = await openSqliteEngine({ directory, declarations });
  for (let start = 0; start < people; start += batch) {
    const numbers = Array.from({ length: Math.min(batch, people - start) }, (_, index) => start + index);
    await engine.collection(teammates).write(
      tenantId,
      numbers.map((number) => ({ put: person(number) })),
    );
  }
  const made = { createdAt: at, createdBy: 'Noor', updatedAt: at, updatedBy: 'Noor', deletedAt: null };
  for (const { key, design } of gallery(defaultBrand)) {
    const published = { version: 1, design, at, by: 'Noor' };
    await engine
      .collection(signatures)
      .write(tenantId, [{ put: { id: key, name: key, draft: design, published, ...made } }]);
  }
  await engine.collection(assignments).write(tenantId, [{ put: rules }]);
  const repositories = openRepositories(engine);
  const desk = {
    repositories,
    clock: systemClock,
    publicUrl: 'https://u.example',
    openedDesigns: openedDesigns(),
    secretBox: openSecretBox(new Uint8Array(32)),
  };
  const mail = { composeType: 'newMail', from: null, recipients: null, date: null, byHand: null } as const;
  const took: number[] = [];
  const cpu = process.cpuUsage();
  for await (const some of repositories.teammates.scan(tenantId)) {
    for (const { id } of some) {
      const before = performance.now();
      const found = await repositories.teammates.get(tenantId, id);
      if (found === null) throw new Error('Somebody is gone.');
      await chooseForMail(desk, tenantId, { teammate: found, ...mail });
      took.push(performance.now() - before);
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  await engine.close();
  rmSync(directory, { recursive: true });
  return { took, cpuSeconds: (user + system) / 1e6 };
};
