import { keyText } from '../../keys/keyText.ts';
import { onlyId } from '../../keys/onlyId.ts';
import type { AnyDeclaration } from '../../declare/declaration.ts';
import { schemaStates, systemTenant } from '../../declare/systemCollections.ts';
import { table, tenantColumn, tenantTable } from '../layout/tableNames.ts';
import type { Statements } from '../statements.ts';

/**
 * The shape that every living replica knows (`migrate/joinStore.ts` raises it), asked in the transaction that writes: of two
 * threads and several processes nobody writes a newer one too early. Where no replica ever joined, nobody minds the newest.
 */
export const openShape = (statements: Statements, declarations: readonly AnyDeclaration[]): (() => number) => {
  if (!declarations.includes(schemaStates)) return () => Infinity;
  const number = `${tenantColumn} = (SELECT number FROM ${tenantTable} WHERE tenant = ?)`;
  const sql = `SELECT document ->> 'target' AS target FROM ${table(schemaStates.name)} WHERE ${number} AND id = ?`;
  return () => {
    const target = statements.prepare(sql).get(systemTenant, keyText(onlyId))?.['target'];
    return typeof target === 'number' ? target : Infinity;
  };
};
