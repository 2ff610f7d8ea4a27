import type { ApiClient } from '../../server/tests/support/http/apiClient.ts';

export interface Saved {
  /** Milliseconds that a save took. */
  readonly p50: number;
  readonly most: number;
  readonly refused: number;
}

const pause = 500;

/** Saves the settings of the tenant as they are, twice a second, as an administrator does who changes something. */
export const saveNowAndThen = async (admin: ApiClient, until: AbortSignal): Promise<Saved> => {
  const waits: number[] = [];
  let refused = 0;
  while (!until.aborted) {
    const { settings, revision } = await admin.get<{ settings: object; revision: number }>('/api/settings');
    const began = performance.now();
    const response = await admin.raw('/api/settings', { method: 'PUT', body: JSON.stringify({ settings, revision }) });
    await response.arrayBuffer();
    waits.push(performance.now() - began);
    if (!response.ok) refused += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  waits.sort((left, right) => left - right);
  return { p50: waits[waits.length >> 1] ?? NaN, most: waits.at(-1) ?? NaN, refused };
};
