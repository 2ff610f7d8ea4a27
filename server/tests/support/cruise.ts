import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

export const repositoryRoot = join(import.meta.dirname, '../../..');

const reportSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
});

export type CruiseReport = z.infer<typeof reportSchema>;

const cruiser = join(repositoryRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Runs dependency-cruiser as a person would at the shell; violations are in the report, not thrown. */
export const cruise = async (folders: readonly string[], cwd = repositoryRoot): Promise<CruiseReport> => {
  const config = join(repositoryRoot, '.dependency-cruiser.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruiser, '--config', config, '--output-type', 'json', ...folders],
    { cwd, maxBuffer: 100 * 1024 * 1024 },
  );
  return reportSchema.parse(JSON.parse(stdout));
};

/** One line per violation with the reason of its rule, for whoever has to mend it. */
export const explainViolations = ({ summary }: CruiseReport): readonly string[] =>
  summary.violations.map(({ rule, from, to, cycle }) => {
    const reason = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
    const way = cycle === undefined ? '' : ` (${cycle.map(({ name }) => name).join(' → ')})`;
    return `${rule.name}: ${from} → ${to}${way}. ${reason}`;
  });
