import { createHash, randomBytes } from 'node:crypto';
import { locationOf, openBrowserSession, type BrowserSession } from './browserSession.ts';

export interface SignedIn {
  readonly accessToken: string;
  readonly browser: BrowserSession;
}

/** A directory, and the registration of ours in it. */
interface SignInPlace {
  readonly url: string;
  readonly tenant: { readonly clientId: string };
}

/** Signs in as a person does, or as Outlook does for one, who is asked nothing, with code flow and PKCE, and gets an access token for our own API. */
export const signIn = async (
  { url, tenant }: SignInPlace,
  userPrincipalName: string,
  { silently = false } = {},
): Promise<SignedIn> => {
  const browser = openBrowserSession();
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = 'http://localhost:3000/auth-redirect.html';
  const scope = `openid profile offline_access api://${tenant.clientId}/access_as_user`;
  const next = `/organizations/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: tenant.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUri,
    scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'test',
    ...(silently && { prompt: 'none' }),
  }).toString()}`;
  const picked = await browser.post(`${url}/_entra/sign-in`, { next, account: userPrincipalName });
  const back = locationOf(await browser.get(locationOf(picked).href));
  const code = back.searchParams.get('code');
  if (code === null) throw new Error(`Sign-in was refused: ${back.searchParams.get('error_description') ?? ''}`);
  const response = await fetch(`${url}/organizations/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000' },
    body: new URLSearchParams({
      client_id: tenant.clientId,
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope,
    }),
  });
  const { access_token: accessToken } = (await response.json()) as { access_token: string };
  return { accessToken, browser };
};
