import { createHash, randomBytes } from 'node:crypto';
import type { Simulator } from '../startSimulator.ts';

export interface Visit {
  status: number;
  text: string;
  /** Where the page leads, when it is a redirect. */
  location: URL | undefined;
}

/** As much of a browser as sign-in needs: cookies, and redirects one at a time. */
export class Browser {
  readonly #base: string;
  #cookie = '';

  constructor({ url }: Simulator) {
    this.#base = url;
  }

  async visit(address: string, form?: Record<string, string> | URLSearchParams): Promise<Visit> {
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const response = await fetch(new URL(address, this.#base), {
      ...init,
      headers: { cookie: this.#cookie },
      redirect: 'manual',
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
    const location = response.headers.get('location');
    return {
      status: response.status,
      text: await response.text(),
      location: location === null ? undefined : new URL(location, this.#base),
    };
  }

  /** Chooses an account on the picker and goes where it leads. */
  async pick(picker: Visit, account: string): Promise<Visit> {
    const [, next = ''] = /name="next" value="([^"]+)"/.exec(picker.text) ?? [];
    const chosen = await this.visit('/_entra/sign-in', { next: next.replaceAll('&amp;', '&'), account });
    return chosen.location ? this.visit(chosen.location.href) : chosen;
  }
}

export const REDIRECT_URI = 'http://localhost:3000/auth.html';

export interface SignInParts {
  address: string;
  verifier: string;
}

/** The address msal opens, and what it keeps to itself. */
export function authorizeAddress({ tenant }: Simulator, changes: Record<string, string> = {}): SignInParts {
  const { at = 'organizations', ...rest } = changes;
  const verifier = randomBytes(32).toString('base64url');
  const parameters = new URLSearchParams({
    client_id: tenant.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: `openid profile offline_access api://${tenant.clientId}/access_as_user`,
    response_mode: 'fragment',
    state: 'the state',
    nonce: 'the nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...rest,
  });
  return { address: `/${at}/oauth2/v2.0/authorize?${parameters.toString()}`, verifier };
}
