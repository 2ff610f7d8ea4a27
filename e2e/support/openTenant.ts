import { PUBLISHER } from '../../simulator/entra/tokens/clientRegistration.ts';
import { locationOf } from '../../server/tests/support/http/browserSession.ts';
import { outcomeAt } from '../../server/tests/support/http/consentPage.ts';
import { signIn } from '../../server/tests/support/http/signIn.ts';
import { apiFor, putOffTurns, type ApiOfPerson } from './apiOf.ts';
import type { Demo } from './startDemo.ts';

/**
 * Connects the demo's tenant as its admin and hands over their API, to put into it what a test only needs to be there.
 * Through the same pages as in a window, without one: how they look is what the stories look at.
 */
export const openTenant = async ({ url: server, simulatorUrl }: Demo): Promise<ApiOfPerson> => {
  const place = { url: simulatorUrl, tenant: PUBLISHER };
  const { accessToken, browser } = await signIn(place, 'anna.vermeer@lindenhof.example');
  const api = apiFor(`Bearer ${accessToken}`, server);
  const { url } = await api.send<{ url: string }>('POST', '/api/connection/consent', { returnTo: 'page' });
  const asked = await (await browser.get(url)).text();
  const permission = [...asked.matchAll(/name="permission" value="([^"]+)"/g)].map(([, name = '']) => name);
  const decided = await browser.post(url, { shown: '1', decision: 'accept', permission });
  const outcome = await outcomeAt(locationOf(decided));
  if (outcome !== 'connected') throw new Error(`The tenant is not connected but ${outcome}.`);
  await putOffTurns(api);
  return api;
};
