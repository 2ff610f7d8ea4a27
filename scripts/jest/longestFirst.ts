import { statSync } from 'node:fs';

interface Test {
  readonly path: string;
}

/** The files that take longest, the longest first: one that began last would keep one core busy and leave the other idle. */
const longest = [
  'e2e/layout',
  'e2e/settings',
  'e2e/signatures',
  'e2e/needs',
  'e2e/outlookSignIn',
  'e2e/story',
  'contract/mongo',
  'contract/importFile',
  'integration/sync/replicas',
  'integration/sync/kill',
  'e2e/outlookMatrix',
  'e2e/editor',
  'integration/operations/operator',
  'integration/operations/transfer',
  'integration/sync/worker',
  'e2e/keyboard',
  'e2e/ownSignature',
  'integration/sync/stopping',
  'integration/access/everyRoute',
  'integration/sync/importModel',
  'integration/sync/crash',
  'integration/operations/doctor',
  'integration/sync/refreshModel',
  'integration/connect/registration',
  'integration/operations/databaseAway',
  'e2e/teammates',
  'e2e/badInput',
  'contract/mongoTransfer',
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
