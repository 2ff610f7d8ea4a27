import { describe } from '@jest/globals';
import { cursorClauses } from './clauses/cursorClauses.ts';
import { fenceClauses } from './clauses/fenceClauses.ts';
import { listClauses } from './clauses/listClauses.ts';
import { migrationClauses } from './clauses/migrationClauses.ts';
import { modelClauses } from './clauses/modelClauses.ts';
import { queryClauses } from './clauses/queryClauses.ts';
import { reopenClauses } from './clauses/reopenClauses.ts';
import { scanClauses } from './clauses/scanClauses.ts';
import { tenantClauses } from './clauses/tenantClauses.ts';
import { writeClauses } from './clauses/writeClauses.ts';
import type { ContractTarget } from './support/contractTarget.ts';

/**
 * What every storage engine promises. No clause knows which engine it runs on, and none is ever skipped: where an engine
 * cannot keep a clause, the port changes for all of them.
 */
export const collectionContract = (target: ContractTarget): void => {
  describe(`the storage port on ${target.name}`, () => {
    writeClauses(target);
    queryClauses(target);
    listClauses(target);
    cursorClauses(target);
    scanClauses(target);
    fenceClauses(target);
    tenantClauses(target);
    reopenClauses(target);
    migrationClauses(target);
    modelClauses(target);
  });
};
