import { LeaseLost } from '../../../domain/errors.ts';
import type { Fence } from '../../collection.ts';
import { keyText } from '../../keys/keyText.ts';
import type { Statements } from '../statements.ts';
import { table, tenantColumn } from '../layout/tableNames.ts';

interface Fenced {
  readonly tenant: number;
  readonly fence: Fence;
}

/** Throws LeaseLost. Inside the transaction that writes, nobody can take the lease over between this and the commit. */
export const checkFence = (
  statements: Statements,
  collection: string,
  { tenant, fence: { register, id, fence } }: Fenced,
): void => {
  const sql = `SELECT document ->> 'fence' AS fence FROM ${table(register.name)} WHERE ${tenantColumn} = ? AND id = ?`;
  const found = statements.prepare(sql).get(tenant, keyText(id));
  if (found?.['fence'] !== fence) throw new LeaseLost(collection);
};
