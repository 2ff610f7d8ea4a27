import { statSync } from 'node:fs';

interface Test {
  readonly path: string;
}

/** The files that take longest, the longest first: one that began last would keep one core busy and leave the other idle. */
const longest = [
  'contract/mongo/mongo',
  'integration/runs/replicas',
  'e2e/everyPage/addresses',
  'e2e/everyPage/layout',
  'e2e/admin/settings',
  'e2e/signatures/signatures',
  'e2e/everyPage/badInput',
  'e2e/signatures/assignments',
  'integration/runs/worker',
  'integration/operations/databaseAway',
  'integration/runs/kill',
  'e2e/everyPage/awayAndBack',
  'integration/operations/transfer',
  'integration/runs/stopping',
  'integration/people/story',
  'e2e/admin/story',
  'e2e/everyPage/updates',
  'e2e/signatures/afterwards',
  'integration/operations/operator',
  'e2e/outlook/outlookSignIn',
  'contract/mongo/mongoFailures',
  'e2e/outlook/outlookConsent',
  'e2e/signatures/editor',
  'contract/mongo/mongoCommands',
  'contract/transfer/importFile',
  'e2e/signatures/ownSignature',
  'e2e/admin/keyboard',
  'e2e/everyPage/lateAnswers',
  'e2e/signatures/designer',
  'e2e/outlook/outlookBadInput',
  'e2e/admin/needs',
  'e2e/everyPage/oddNames',
  'e2e/outlook/outlook',
  'design/recognise/collapsing',
  'e2e/admin/teammates',
  'e2e/signatures/leftOut',
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
