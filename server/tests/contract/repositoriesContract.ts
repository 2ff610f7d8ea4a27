import { describe } from '@jest/globals';
import { auditClauses } from './clauses/auditClauses.ts';
import { integrationClauses } from './clauses/integrationClauses.ts';
import { connectionClauses } from './clauses/connectionClauses.ts';
import { leaseClauses } from './clauses/writing/leaseClauses.ts';
import { runClauses } from './clauses/runClauses.ts';
import { scheduleClauses } from './clauses/scheduleClauses.ts';
import { signatureClauses } from './clauses/signatureClauses.ts';
import { snapshotClauses } from './clauses/snapshotClauses.ts';
import { teammateClauses } from './clauses/teammateClauses.ts';
import type { ContractTarget } from './support/targets/contractTarget.ts';
import { withRepositories } from './support/withRepositories.ts';

/** What repositories and leases promise on any engine, with two processes on one store. */
export const repositoriesContract = (target: ContractTarget): void => {
  describe(`repositories on ${target.name}`, () => {
    const fixture = withRepositories(target);
    connectionClauses(fixture);
    teammateClauses(fixture);
    runClauses(fixture);
    snapshotClauses(fixture);
    signatureClauses(fixture);
    scheduleClauses(fixture);
    auditClauses(fixture);
    integrationClauses(fixture);
    leaseClauses(fixture);
  });
};
