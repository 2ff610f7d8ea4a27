import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cruise, explainViolations, type CruiseReport } from '../support/cruise.ts';

const cruised = ['server', 'addin', 'simulator'];

/** A project of a few files that break rules on purpose, in a folder of its own. */
const withProject = async <T>(files: Readonly<Record<string, string>>, work: (root: string) => Promise<T>) => {
  const root = mkdtempSync(join(tmpdir(), 'undersign-rules-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

describe('who may import whom', () => {
  /** The whole code base, looked at once, whatever is asked of it. */
  let report: CruiseReport;
  beforeAll(async () => {
    report = await cruise(cruised);
  });

  test('nobody breaks a rule, and the whole code base was looked at', () => {
    expect(explainViolations(report)).toEqual([]);
    for (const [folder, atLeast] of Object.entries({ server: 140, addin: 100, simulator: 80 })) {
      const seen = report.modules.filter(({ source }) => source.startsWith(`${folder}/`));
      expect([folder, seen.length >= atLeast]).toEqual([folder, true]);
    }
  });

  test('each rule says why it is there', () => {
    const { summary } = report;
    expect(summary.ruleSetUsed.forbidden.length).toBeGreaterThan(15);
    for (const rule of summary.ruleSetUsed.forbidden) expect(rule.comment.length).toBeGreaterThan(20);
  });

  test('the rules fire on code that breaks them', async () => {
    const files = {
      'server/src/domain/decide.ts': "import { read } from '../graph/read.ts';\nexport const decide = read;\n",
      'server/src/graph/read.ts': "import { keep } from '../storage/keep.ts';\nexport const read = keep;\n",
      'server/src/storage/keep.ts': "import { DatabaseSync } from 'node:sqlite';\nexport const keep = DatabaseSync;\n",
      'server/src/sync/run.ts': "import { read } from '../graph/read.ts';\nexport const run = read;\n",
      'server/src/api/route.ts': "import { keep } from '../storage/keep.ts';\nexport const route = keep;\n",
      'server/src/contract/shape.ts': "import { decide } from '../domain/decide.ts';\nexport const shape = decide;\n",
      'server/src/lonely.ts': 'export const lonely = 1;\n',
      'addin/pane.ts': "import { run } from '../server/src/sync/run.ts';\nexport const pane = run;\n",
      'addin/features/sync/a.ts': "import { b } from '../teammates/b.ts';\nexport const a = b;\n",
      'addin/features/teammates/b.ts': "import { a } from '../sync/a.ts';\nexport const b = () => a;\n",
      'simulator/stand.ts': "import { decide } from '../server/src/domain/decide.ts';\nexport const stand = decide;\n",
      'server/src/main.ts': "import { stand } from '../../simulator/stand.ts';\nexport const main = stand;\n",
    };
    const fired = await withProject(files, async (root) => {
      const { summary } = await cruise(cruised, root);
      return new Set(summary.violations.map(({ rule }) => rule.name));
    });
    for (const rule of [
      'no-circular',
      'domain-is-pure',
      'graph-stands-alone',
      'sync-knows-only-ports-and-domain',
      'api-does-not-know-adapters',
      'contract-stands-alone',
      'engines-behind-the-port',
      'the-pane-sees-only-the-contract',
      'features-do-not-know-each-other',
      'simulator-stands-alone',
      'server-does-not-know-the-simulator',
      'no-orphans',
    ])
      expect(fired).toContain(rule);
  });
});
