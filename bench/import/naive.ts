import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Client,
  HTTPMessageHandler,
  PageIterator,
  type Context,
  type Middleware,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import type { Teammate } from '../../server/src/domain/teammate/teammate.ts';
import { toDirectoryUser } from '../../server/src/graph/people/graphUser.ts';
import { usualReading } from '../../server/src/domain/reading/peopleReading.ts';
import { openUserReading } from '../../server/src/graph/people/graphUserReading.ts';
import { openAppTokens } from '../../server/src/identity/appTokens.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import { declarations } from '../../server/src/storage/declare/collections.ts';
import { openRepositories } from '../../server/src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../server/src/storage/sqlite/openSqliteEngine.ts';
import { report, type Work } from '../support/measure.ts';

/** A person costs the same however many come, and each is brought to the disk alone: more would only take longer. */
const most = 20_000;

const [graphUrl = '', tenantId = '', clientId = '', clientSecret = ''] = process.argv.slice(2);

/** The client follows https links only, so it is shown an https name and the middleware puts the real address in. */
const shownUrl = 'https://graph.bench.invalid';

/** The client attaches no token to a host that is not Microsoft's, so the middleware does. It also counts. */
const openClient = (accessToken: string) => {
  const http = new HTTPMessageHandler();
  let requests = 0;
  const middleware: Middleware = {
    execute: async (context: Context) => {
      requests += 1;
      context.request = String(context.request).replace(shownUrl, graphUrl);
      context.options = {
        ...context.options,
        headers: { ...(context.options?.headers as Record<string, string>), authorization: `Bearer ${accessToken}` },
      };
      await http.execute(context);
      const text = ((await context.response?.text()) ?? '').replace(
        `"@odata.nextLink":"${graphUrl}`,
        `"@odata.nextLink":"${shownUrl}`,
      );
      context.response = new Response(text, { headers: { 'content-type': 'application/json' } });
    },
  };
  return { client: Client.initWithMiddleware({ baseUrl: `${shownUrl}/`, middleware }), requests: () => requests };
};

const teammateOf = (raw: unknown): Teammate => {
  const profile = toDirectoryUser(raw);
  const now = new Date().toISOString();
  return {
    id: profile.id,
    status: 'active',
    profile,
    overrides: {},
    scope: { inScope: true, reasons: [{ kind: 'everyone' }] },
    addedAt: now,
    updatedAt: now,
    disabledAt: null,
    removedAt: null,
    departure: null,
    lastRunId: 'naive',
  };
};

/**
 * What a first version usually looks like: Microsoft's PageIterator, everybody in memory, one save per person. No
 * history, no preview, no guard, nothing to resume from.
 */
const importNaively = async (): Promise<Work> => {
  const directory = mkdtempSync(join(tmpdir(), 'undersign-bench-'));
  const engine = await openSqliteEngine({ directory, declarations });
  const { teammates } = openRepositories(engine);
  const tokens = openAppTokens({ entraAuthority: graphUrl, graphUrl, clientId, clientSecret, clock: systemClock });
  const { client, requests } = openClient((await tokens.acquire(tenantId)).accessToken);
  const first = (await client
    .api(`/users?$top=999&$select=${openUserReading(usualReading).select}`)
    .get()) as PageCollection;
  const everybody: Teammate[] = [];
  await new PageIterator(client, first, (user) => {
    everybody.push(teammateOf(user));
    return everybody.length < most;
  }).iterate();
  for (const teammate of everybody) await teammates.save(tenantId, [teammate]);
  const people = await teammates.count(tenantId);
  await engine.close();
  rmSync(directory, { recursive: true });
  return { people, requests: requests() };
};

await report('naive: PageIterator, one save each', importNaively);
