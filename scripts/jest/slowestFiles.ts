import { relative } from 'node:path';
import type { AggregatedResult } from '@jest/test-result';

const shown = 10;

/** Ends every run of many files with those that took longest: the next to be made faster, or to stand in longestFirst.ts. */
export default class SlowestFiles {
  onRunComplete(_tests: unknown, { testResults }: AggregatedResult): void {
    if (testResults.length <= shown) return;
    const slowest = testResults
      .toSorted((left, right) => right.perfStats.runtime - left.perfStats.runtime)
      .slice(0, shown);
    const lines = slowest.map(({ perfStats, testFilePath, displayName }) => {
      const seconds = (perfStats.runtime / 1000).toFixed(0).padStart(4);
      return `${seconds} s  ${relative(process.cwd(), testFilePath)} (${displayName?.name ?? ''})`;
    });
    process.stderr.write(`\nThe slowest files:\n${lines.join('\n')}\n`);
  }
}
