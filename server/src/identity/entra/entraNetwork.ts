import type { INetworkModule, NetworkResponse } from '@azure/msal-node';
import { readBounded } from '../../ports/readBounded.ts';

/** A token with every role there is has a few kilobytes, the description of an authority two. */
const largestAnswer = 256 * 1024;
const patience = 15_000;

/** Not followed elsewhere: what is sent proves that we are the app. */
const send = async <T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> => {
  const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) });
  return {
    headers: Object.fromEntries(response.headers),
    body: JSON.parse(await readBounded(response, largestAnswer)) as T,
    status: response.status,
  };
};

/**
 * How MSAL asks Entra. Its own way reads an answer of any size, waits for one without end and follows it to any host, secret
 * and all.
 */
export const entraNetwork: INetworkModule = {
  sendGetRequestAsync: (url, options) => send(url, { headers: options?.headers ?? {} }),
  sendPostRequestAsync: (url, options) =>
    send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }),
};
