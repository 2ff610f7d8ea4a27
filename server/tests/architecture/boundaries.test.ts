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

const installed = (name: string): Readonly<Record<string, string>> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'module.exports = {};\n',
});

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

  test('every rule fires on code that breaks it', async () => {
    const files = {
      'server/src/domain/decide.ts': "import { read } from '../graph/read.ts';\nexport const decide = read;\n",
      'server/src/graph/read.ts': "import { keep } from '../storage/keep.ts';\nexport const read = keep;\n",
      'server/src/storage/keep.ts': "import { DatabaseSync } from 'node:sqlite';\nexport const keep = DatabaseSync;\n",
      'server/src/storage/ask.ts': "import { read } from '../graph/read.ts';\nexport const ask = read;\n",
      'server/src/ports/need.ts': "import { run } from '../sync/run.ts';\nexport const need = run;\n",
      'server/src/sync/run.ts': "import { read } from '../graph/read.ts';\nexport const run = read;\n",
      'server/src/sync/token.ts': "import msal from '@azure/msal-node';\nexport const token = msal;\n",
      'server/src/signatures/sign.ts': "import { keep } from '../storage/keep.ts';\nexport const sign = keep;\n",
      'server/src/integrations/tell.ts': "import { keep } from '../storage/keep.ts';\nexport const tell = keep;\n",
      'server/src/identity/trust.ts': "import { keep } from '../storage/keep.ts';\nexport const trust = keep;\n",
      'server/src/images/shrink.ts': "import { keep } from '../storage/keep.ts';\nexport const shrink = keep;\n",
      'server/src/observability/count.ts': "import { keep } from '../storage/keep.ts';\nexport const count = keep;\n",
      'server/src/outgoing/send.ts': "import { keep } from '../storage/keep.ts';\nexport const send = keep;\n",
      'server/src/config/choose.ts': "import { keep } from '../storage/keep.ts';\nexport const choose = keep;\n",
      'server/src/http/limit.ts': "import { decide } from '../domain/decide.ts';\nexport const limit = decide;\n",
      'server/src/transfer/carry.ts': "import { read } from '../graph/read.ts';\nexport const carry = read;\n",
      'server/src/api/route.ts': "import { keep } from '../storage/keep.ts';\nexport const route = keep;\n",
      'server/src/contract/shape.ts': "import { decide } from '../domain/decide.ts';\nexport const shape = decide;\n",
      'server/src/lonely.ts': 'export const lonely = 1;\n',
      'addin/pane.ts': "import { run } from '../server/src/sync/run.ts';\nexport const pane = run;\n",
      'addin/features/sync/a.ts': "import { b } from '../teammates/b.ts';\nexport const a = b;\n",
      'addin/features/teammates/b.ts': "import { a } from '../sync/a.ts';\nexport const b = () => a;\n",
      'addin/launchevent/handle.ts': "import { draw } from '../ui/draw.ts';\nexport const handle = draw;\n",
      'addin/ui/draw.ts': "import react from 'react';\nexport const draw = react;\n",
      'addin/office/host.ts': "import { draw } from '../ui/draw.ts';\nexport const host = draw;\n",
      'addin/auth/sign.ts': "import { handle } from '../launchevent/handle.ts';\nexport const sign = handle;\n",
      'simulator/stand.ts': "import { decide } from '../server/src/domain/decide.ts';\nexport const stand = decide;\n",
      'server/src/main.ts': "import { stand } from '../../simulator/stand.ts';\nexport const main = stand;\n",
      ...installed('@azure/msal-node'),
      ...installed('react'),
    };
    const fired = await withProject(files, async (root) => {
      const { summary } = await cruise(cruised, root);
      return new Set(summary.violations.map(({ rule }) => rule.name));
    });
    const rules = report.summary.ruleSetUsed.forbidden.map(({ name }) => name);
    expect([...fired].sort()).toEqual(rules.sort());
  });
});
