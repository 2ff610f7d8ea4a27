import { describe } from '@jest/globals';
import { cursorClauses } from './clauses/reading/cursorClauses.ts';
import { fenceClauses } from './clauses/writing/fenceClauses.ts';
import { listClauses } from './clauses/reading/listClauses.ts';
import { migrationClauses } from './clauses/writing/migrationClauses.ts';
import { modelClauses } from './clauses/writing/modelClauses.ts';
import { queryClauses } from './clauses/reading/queryClauses.ts';
import { reopenClauses } from './clauses/writing/reopenClauses.ts';
import { scanClauses } from './clauses/reading/scanClauses.ts';
import { tenantClauses } from './clauses/tenantClauses.ts';
import { writeClauses } from './clauses/writing/writeClauses.ts';
import type { ContractTarget } from './support/targets/contractTarget.ts';

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
