import { usualReading } from '../../server/src/domain/reading/peopleReading.ts';
import { openUserReading } from '../../server/src/graph/people/graphUserReading.ts';
import { openAppTokens } from '../../server/src/identity/appTokens.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import { report } from '../support/measure.ts';
import { placeFromArguments } from '../support/openUndersign.ts';

const place = placeFromArguments();

/** Reads every page of /users one after the other and keeps nothing: the least a serial listing can take. */
await report('serial listing alone, nothing kept', async () => {
  const tokens = openAppTokens({ ...place, entraAuthority: place.graphUrl, clock: systemClock });
  const { accessToken } = await tokens.acquire(place.tenantId);
  let link: string | undefined =
    `${place.graphUrl}/v1.0/users?$top=999&$select=${openUserReading(usualReading).select}`;
  let people = 0;
  let requests = 0;
  while (link !== undefined) {
    const response = await fetch(link, { headers: { authorization: `Bearer ${accessToken}` } });
    const page = (await response.json()) as { value: unknown[]; '@odata.nextLink'?: string };
    people += page.value.length;
    requests += 1;
    link = page['@odata.nextLink'];
  }
  return { people, requests };
});
