import type { Simulator } from '../startSimulator.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed when the answer is JSON, otherwise undefined. */
  json: Record<string, unknown>;
}

export interface Item extends Record<string, unknown> {
  id: string;
}

export const READ_ALL = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];
export const EVENTUAL = { ConsistencyLevel: 'eventual' };

/** A caller as plain as they come, so that tests see exactly what goes over the wire. */
export class GraphClient {
  readonly #simulator: Simulator;
  readonly #token: string;

  private constructor(simulator: Simulator, token: string) {
    this.#simulator = simulator;
    this.#token = token;
  }

  /** With exactly these application permissions. */
  static async open(
    simulator: Simulator,
    permissions: readonly string[] = READ_ALL,
    { clientId, clientSecret }: { clientId: string; clientSecret: string } = simulator.tenant,
  ): Promise<GraphClient> {
    simulator.consent.revoke(clientId);
    simulator.consent.grant(clientId, permissions);
    const answer = await requestAppToken(simulator, { client_id: clientId, client_secret: clientSecret });
    return new GraphClient(simulator, String(answer.json['access_token']));
  }

  /** A path below /v1.0, or a link as it was received. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const url = path.startsWith('http') ? path : `${this.#simulator.url}/v1.0${path}`;
    return readAnswer(await fetch(url, { headers: { authorization: `Bearer ${this.#token}`, ...headers } }));
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return readAnswer(await fetch(`${this.#simulator.url}/v1.0${path}`, init));
  }

  /** Every object of a listing, over all pages. */
  async list(path: string, headers: Record<string, string> = {}): Promise<Item[]> {
    const { items } = await this.follow(path, headers);
    return items;
  }

  /** Every object of a delta round, and the link that ends it. */
  async follow(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ items: Item[]; pages: number[]; deltaLink: string }> {
    const items: Item[] = [];
    const pages: number[] = [];
    let next: unknown = path;
    let answer: Answer | undefined;
    while (typeof next === 'string') {
      answer = await this.get(next, headers);
      if (answer.status !== 200) throw new Error(`${next}: ${answer.status} ${answer.text}`);
      const value = answer.json['value'] as Item[];
      items.push(...value);
      pages.push(value.length);
      next = answer.json['@odata.nextLink'];
    }
    return { items, pages, deltaLink: String(answer?.json['@odata.deltaLink']) };
  }
}

export async function requestAppToken(simulator: Simulator, changes: Record<string, string> = {}): Promise<Answer> {
  const { id, clientId, clientSecret } = simulator.tenant;
  const { tenant = id, ...fields } = changes;
  return requestToken(simulator, tenant, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'https://graph.microsoft.com/.default',
    ...fields,
  });
}

export async function requestToken({ url }: Simulator, tenant: string, form: Record<string, string>): Promise<Answer> {
  return readAnswer(
    await fetch(`${url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) }),
  );
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, text, json };
}
