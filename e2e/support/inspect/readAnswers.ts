import type { Response } from 'playwright-core';
import type { Endpoint } from '../../../server/src/contract/endpoint.ts';
import { endpoints } from '../../../server/src/contract/endpoints.ts';

const all: readonly Endpoint[] = Object.values(endpoints);

const literals = ({ path }: Endpoint): number => path.split('/').filter((part) => !part.startsWith('{')).length;

/** Of the routes that such an address could be of, the one that says most of it in words. */
function routeOf(method: string, path: string): Endpoint | undefined {
  const parts = path.split('/');
  const leadsHere = (endpoint: Endpoint): boolean => {
    const own = endpoint.path.split('/');
    return own.length === parts.length && own.every((part, index) => part.startsWith('{') || part === parts[index]);
  };
  return all
    .filter((endpoint) => endpoint.method === method.toLowerCase() && leadsHere(endpoint))
    .sort((one, other) => literals(other) - literals(one))[0];
}

/** What is wrong with an answer of the API by the contract; null where nothing is, or where it promises no JSON. */
export async function complaintAbout(response: Response): Promise<string | null> {
  const { pathname } = new URL(response.url());
  const method = response.request().method();
  const endpoint = pathname.startsWith('/api/') ? routeOf(method, pathname) : undefined;
  if (!endpoint?.response || response.status() !== endpoint.status) return null;
  // A page that is left takes the bodies of its answers along.
  const body: unknown = await response.json().catch(() => undefined);
  if (body === undefined) return null;
  const { error } = endpoint.response.safeParse(body);
  return error ? `${method} ${pathname} is not what the contract says: ${error.message}` : null;
}
