import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../http/apiClient.ts';
import { eventually } from '../processes/eventually.ts';

/** Asks until the enrichment pass has found this teammate's photo. */
export const untilPhoto = (api: ApiClient, id: string): Promise<Teammate> =>
  eventually('the photo is found', async () => {
    const teammate = await api.get<Teammate>(`/api/teammates/${id}`);
    return teammate.photo === null ? undefined : teammate;
  });
