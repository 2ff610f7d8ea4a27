import type { Signature } from '../../../server/src/contract/signatures/signatures.ts';
import type { MailAtHand } from '../../office/mailAtHand.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { ApiProblem } from '../client/apiProblem.ts';

interface Asked {
  readonly signature: Pick<Signature, 'id' | 'draft' | 'revision'>;
  readonly teammateId: string;
}

type ReadGiven = Parameters<MailAtHand['insertGiven']>[0];

/** A draft as a mail takes it, with somebody's data. Rejects where the design cannot be filled in. */
export const renderForMail =
  (api: ApiClient, { signature: { id, draft, revision }, teammateId }: Asked): ReadGiven =>
  async ({ composeType, images }) => {
    const body = { design: draft, composeType, images, teammateIds: [teammateId] };
    const [item] = (await api.request('/api/signatures/render', { method: 'POST', body })).items;
    if (item === undefined) throw new ApiProblem({ code: 'unexpected-answer' });
    const { html, text, parts, problem } = item;
    if (problem !== null) throw new ApiProblem({ code: problem.code, detail: problem.message });
    // Unlike that of anything that comes by itself.
    return { hash: `draft-${id}-${String(revision)}`, html, text, parts };
  };
