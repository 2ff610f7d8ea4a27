import type { Statements } from './statements.ts';
import type { TenantNumbers } from './layout/tenantNumbers.ts';
import { tenantKey } from '../keys/keyText.ts';
import { markTable, tenantTable } from './layout/tableNames.ts';

/** A number of each tenant that grows with whatever is written of what answers are made of. */
export interface ChangeMarks {
  /** Costs no more than reading one row, and next to nothing while nobody commits. */
  of(tenantIds: readonly string[]): string;
}

export const createMarkTable = (statements: Statements): void => {
  statements
    .prepare(`CREATE TABLE IF NOT EXISTS ${markTable} (tenant INTEGER PRIMARY KEY, mark INTEGER NOT NULL)`)
    .run();
};

/** To be called in the transaction that writes, so that nobody sees the one without the other. */
export const raiseMark = (statements: Statements, tenant: number): void => {
  const sql = `INSERT INTO ${markTable} (tenant, mark) VALUES (?, 1) ON CONFLICT (tenant) DO UPDATE SET mark = mark + 1`;
  statements.prepare(sql).run(tenant);
};

/** The same for every tenant. */
export const raiseAllMarks = (statements: Statements): void => {
  const all = `SELECT number, 1 FROM ${tenantTable} WHERE TRUE`;
  statements
    .prepare(`INSERT INTO ${markTable} (tenant, mark) ${all} ON CONFLICT (tenant) DO UPDATE SET mark = mark + 1`)
    .run();
};

export const openChangeMarks = (statements: Statements, tenants: TenantNumbers): ChangeMarks => {
  const known = new Map<string, string>();
  let [seenHere, seenElsewhere] = [-1, -1];
  const read = (tenantId: string): string => {
    const number = tenants.find(tenantKey(tenantId));
    if (number === null) return 'none';
    return String(statements.prepare(`SELECT mark FROM ${markTable} WHERE tenant = ?`).get(number)?.['mark'] ?? 'none');
  };
  const markOf = (tenantId: string): string => {
    const mark = known.get(tenantId) ?? read(tenantId);
    known.set(tenantId, mark);
    return mark;
  };
  return {
    of: (tenantIds) => {
      const [here, elsewhere] = [statements.commits(), commitsElsewhere(statements)];
      if (here !== seenHere || elsewhere !== seenElsewhere) known.clear();
      [seenHere, seenElsewhere] = [here, elsewhere];
      return tenantIds.map(markOf).join(' ');
    },
  };
};

/** Another number once other connections have committed. https://www.sqlite.org/pragma.html#pragma_data_version */
const commitsElsewhere = (statements: Statements): number =>
  Number(statements.prepare('PRAGMA data_version').get()?.['data_version']);
