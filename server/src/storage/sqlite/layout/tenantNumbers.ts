import { compareKeys } from '../../keys/compareKeys.ts';
import type { Statements } from '../statements.ts';
import { tenantTable } from './tableNames.ts';

/**
 * What stands for a tenant in every row and every entry of an index: a small number, where its id of 36 characters made a
 * third of the file. A number is never given up, so that no process can go on using one that means somebody else by now.
 */
export interface TenantNumbers {
  /** Null for a tenant of which nothing was ever written. */
  find(tenant: string): number | null;
  /** Numbers a new tenant, in a transaction of its own. */
  take(tenant: string): Promise<number>;
  /** The tenants of these numbers, in byte order. */
  namesOf(numbers: readonly number[]): readonly string[];
}

/** A table of its own, beside those of the collections. */
export const createTenantTable = (statements: Statements): void => {
  statements
    .prepare(`CREATE TABLE IF NOT EXISTS ${tenantTable} (number INTEGER PRIMARY KEY, tenant TEXT NOT NULL UNIQUE)`)
    .run();
};

export const openTenantNumbers = (statements: Statements): TenantNumbers => {
  const known = new Map<string, number>();
  const find = (tenant: string): number | null => {
    const kept = known.get(tenant);
    if (kept !== undefined) return kept;
    const row = statements.prepare(`SELECT number FROM ${tenantTable} WHERE tenant = ?`).get(tenant);
    if (row === undefined) return null;
    known.set(tenant, Number(row['number']));
    return Number(row['number']);
  };
  return {
    find,
    take: async (tenant) => {
      const found = find(tenant);
      if (found !== null) return found;
      const insert = `INSERT INTO ${tenantTable} (tenant) VALUES (?) ON CONFLICT (tenant) DO NOTHING`;
      await statements.transactionWhenFree(() => statements.prepare(insert).run(tenant));
      const number = find(tenant);
      if (number === null) throw new Error('a tenant was numbered and has no number');
      return number;
    },
    namesOf: (numbers) =>
      numbers
        .map((number) => statements.prepare(`SELECT tenant FROM ${tenantTable} WHERE number = ?`).get(number))
        .map((row) => String(row?.['tenant']))
        .sort(compareKeys),
  };
};
