import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../http/apiClient.ts';

/** Asks until the enrichment pass has found this teammate's photo. */
export const untilPhoto = async (api: ApiClient, id: string): Promise<Teammate> => {
  for (;;) {
    const teammate = await api.get<Teammate>(`/api/teammates/${id}`);
    if (teammate.photo !== null) return teammate;
  }
};
