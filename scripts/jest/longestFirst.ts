import { statSync } from 'node:fs';

interface Test {
  readonly path: string;
}

/** The files that take longest, the longest first: one that began last would keep one core busy and leave the other idle. */
const longest = [
  'e2e/everyPage/layout',
  'e2e/everyPage/addresses',
  'e2e/admin/settings',
  'e2e/signatures/signatures',
  'e2e/admin/needs',
  'e2e/outlook/outlookSignIn',
  'e2e/admin/story',
  'contract/mongo/mongo',
  'contract/transfer/importFile',
  'integration/runs/replicas',
  'integration/runs/kill',
  'e2e/outlook/outlookMatrix',
  'e2e/signatures/editor',
  'integration/operations/operator',
  'integration/operations/transfer',
  'integration/runs/worker',
  'e2e/admin/keyboard',
  'e2e/signatures/ownSignature',
  'integration/runs/stopping',
  'integration/access/everyRoute',
  'integration/sync/importModel',
  'integration/runs/crash',
  'integration/operations/doctor',
  'integration/sync/refreshModel',
  'integration/connect/registration',
  'integration/operations/databaseAway',
  'e2e/admin/teammates',
  'e2e/everyPage/badInput',
  'contract/transfer/mongoTransfer',
].map((name) => `/${name}.test.ts`);

/** Jest knows how long files took only where it ran them before; on a fresh clone it goes by this list, then by size. */
export default class LongestFirst {
  sort(tests: readonly Test[]): readonly Test[] {
    const rank = ({ path }: Test): number => {
      const at = longest.findIndex((name) => path.endsWith(name));
      return at === -1 ? longest.length : at;
    };
    const size = new Map(tests.map((test) => [test, statSync(test.path).size]));
    const sizeOf = (test: Test): number => size.get(test) ?? 0;
    return tests.toSorted((left, right) => rank(left) - rank(right) || sizeOf(right) - sizeOf(left));
  }

  allFailedTests(tests: readonly Test[]): readonly Test[] {
    return tests;
  }

  shard(
    tests: readonly Test[],
    { shardIndex, shardCount }: { shardIndex: number; shardCount: number },
  ): readonly Test[] {
    return tests.filter((_, index) => index % shardCount === shardIndex - 1);
  }

  cacheResults(): void {
    // The list above is all there is to know.
  }
}
