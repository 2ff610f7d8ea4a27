import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isThorough, thoroughTest } from '../../support/isThorough.ts';
import * as fc from 'fast-check';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { exportStore } from '../../../src/transfer/exportStore.ts';
import { importFile } from '../../../src/transfer/importFile.ts';
import { leftOutNames, transferred } from '../../../src/transfer/transferred.ts';
import { verifyStore } from '../../../src/transfer/verifyStore.ts';
import type { ContractTarget } from '../support/targets/contractTarget.ts';
import { contents, documentArbitraries, fillStore, type Contents } from '../support/everyCollection.ts';
import { openClock } from '../support/migrating.ts';
import { deskOf, openExportFolder, type ExportFolder } from '../support/moving.ts';
import { teammate } from '../support/samples.ts';

/** Whatever was in one store is in the other, whichever engines they are on. */
export const transferContract = (
  from: ContractTarget,
  to: ContractTarget,
  { numRuns, many }: { readonly numRuns: number; readonly many: number } = { numRuns: isThorough ? 10 : 4, many: 1234 },
): void => {
  describe(`moving house from ${from.name} to ${to.name}`, () => {
    let folder: ExportFolder;
    const clock = openClock();
    beforeAll(() => {
      folder = openExportFolder();
    });
    afterAll(() => {
      folder.remove();
    });

    const move = async (all: Contents, ending: string): Promise<void> => {
      const [source, target] = [await from.open(declarations), await to.open(declarations)];
      try {
        await fillStore(source.engine, all);
        const [first, second] = [folder.file(ending), folder.file(ending)];
        await exportStore(deskOf({ engine: source.engine, clock }), first);
        const desk = deskOf({ engine: target.engine, clock });
        const imported = await importFile(desk, first);
        for (const expected of [{ file: first }, { engine: source.engine }]) {
          const compared = await verifyStore({ ...desk, expected, found: target.engine });
          expect(compared).toMatchObject({ differences: 0, documents: imported.documents });
        }
        // Made at the same moment by the same version, so that not a single byte may differ.
        await exportStore(deskOf({ engine: target.engine, clock, keys: desk.keys }), second);
        const lines = (file: string) => readFileSync(file, 'utf8').split('\n').slice(1);
        if (ending === 'ndjson') expect(withoutSums(lines(second))).toEqual(withoutSums(lines(first)));
      } finally {
        await source.remove();
        await target.remove();
      }
    };

    test('every collection is either part of it or named as left out, and is tried here', () => {
      expect([...leftOutNames, ...transferred.map(({ name }) => name)].sort()).toEqual(
        declarations.map(({ name }) => name).sort(),
      );
      expect(Object.keys(documentArbitraries).sort()).toEqual(transferred.map(({ name }) => name).sort());
    });

    test('whatever documents there are arrive, and go back as they came', async () => {
      const endings = fc.constantFrom('ndjson', 'ndjson.gz');
      await fc.assert(
        fc.asyncProperty(contents, endings, async (all, ending) => move(all, ending)),
        { numRuns },
      );
    });

    // Fewer, as where a store reads all of them for each question, are in no batches.
    const inBatches = many > 1000 ? test : thoroughTest;
    inBatches('more documents than any batch, in the order of their bytes', async () => {
      const ids = Array.from({ length: many }, (_, index) => `${String.fromCodePoint(0xff00 + (index % 300))}${index}`);
      const teammates = ids.map((id) => teammate(id, { displayName: id }));
      await move({ one: { teammates }, two: { teammates: teammates.slice(-9) } }, 'ndjson.gz');
    });
  });
};

/** Sums carry the header in them, which names the key of the source. */
const withoutSums = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/,"sum":"\w+"\}$/, '').replace(/("end":.*"sha256":)"\w+"/, '$1'));
