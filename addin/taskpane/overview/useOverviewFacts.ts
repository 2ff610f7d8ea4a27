import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import type { Webhook } from '../../../server/src/contract/manage/integrations.ts';
import type { Selection } from '../../../server/src/contract/people/selection.ts';
import type { SignatureSummary } from '../../../server/src/contract/signatures/signatureList.ts';
import type { Run, SyncStatus } from '../../../server/src/contract/sync/sync.ts';
import type { TeammateTotal } from '../../../server/src/contract/people/teammateTotal.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useConnection } from '../../api/manage/connectionApi.ts';
import { useWebhooks } from '../../api/manage/integrationsApi.ts';
import { useProposalCount } from '../../api/people/proposalsApi.ts';
import { useRollout } from '../../api/manage/rolloutApi.ts';
import { useRuns } from '../../api/sync/runListApi.ts';
import { useSavedSelection } from '../../api/people/selectionApi.ts';
import { useSignatures } from '../../api/signatures/signatureListApi.ts';
import { useSyncStatus } from '../../api/sync/syncApi.ts';
import { useTeammateTotal } from '../../api/people/teammateTotalApi.ts';

interface OverviewFacts {
  readonly connection: Connection;
  readonly selection: Selection | null;
  readonly runs: readonly Run[];
  readonly total: TeammateTotal;
  readonly activeTeammates: number;
  readonly sync: SyncStatus;
  readonly proposals: number;
  readonly webhooks: readonly Webhook[];
  readonly signatures: readonly SignatureSummary[];
  readonly seen: number;
}

type Arriving = { readonly [Name in keyof OverviewFacts]: OverviewFacts[Name] | undefined };

const areHere = (facts: Arriving): facts is OverviewFacts => Object.values(facts).every((fact) => fact !== undefined);

/** Those who only look may not ask for them. */
function useWebhookItems(isAdmin: boolean) {
  const query = useWebhooks({ enabled: isAdmin });
  return { ...query, data: isAdmin ? query.data?.items : [] };
}

/** Everything the page is judged by, as one thing that is loading, failed or there. */
export function useOverviewFacts() {
  const isAdmin = useSession().role === 'admin';
  const connection = useConnection();
  const selection = useSavedSelection({ enabled: isAdmin });
  const runs = useRuns();
  const teammates = useTeammateTotal();
  const sync = useSyncStatus();
  const proposals = useProposalCount();
  const webhooks = useWebhookItems(isAdmin);
  const signatures = useSignatures();
  const rollout = useRollout();
  const queries = [connection, selection, runs, teammates, sync, proposals, webhooks, signatures, rollout];
  const total = teammates.data ?? undefined;
  const facts: Arriving = {
    connection: connection.data,
    // Those who only look may not ask for it, and nothing they see depends on it.
    selection: isAdmin ? selection.data?.selection : null,
    runs: runs.data?.pages.flatMap((page) => page.items),
    total,
    activeTeammates: total?.active,
    sync: sync.data,
    proposals: proposals.data,
    webhooks: webhooks.data,
    signatures: signatures.data?.items,
    seen: rollout.data?.seen,
  };
  return {
    facts: areHere(facts) ? facts : null,
    failed: queries.find((query) => query.isError && query.data === undefined),
    retry: () => queries.filter((query) => query.isError).forEach((query) => void query.refetch()),
  };
}
