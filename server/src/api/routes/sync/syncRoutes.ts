import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import type { Run, RunKind, RunMode } from '../../../domain/run/run.ts';
import { startOnce } from '../../../integrations/startOnce.ts';
import { readSelection } from '../../../sync/scope/readSelection.ts';
import { cancelRun, startRun } from '../../../sync/startRun.ts';
import type { Actor, ApiOptions } from '../../apiOptions.ts';
import { exportChanges, exportPlan } from '../../export/exportEntries.ts';
import { findChanges } from '../../requests/lists/findChanges.ts';
import { findRuns } from '../../requests/lists/findRuns.ts';
import { answered, type Mount } from '../../mountEndpoint.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';
import { mountActivityRoutes } from './activityRoutes.ts';
import { idempotencyKeyOf } from '../../requests/idempotencyKeyOf.ts';
import { presentPlanEntry, presentRun, presentRunChange } from '../../present/presentRun.ts';
import { followRun } from '../../events/followRun.ts';
import type { EventStreams } from '../../events/openEventStream.ts';
import { requireConnected } from '../../tenantConnection.ts';

const noSuchRun = (): RequestError => new RequestError(404, 'not-found', 'There is no such run.');

const keyApprovesNothing = (): RequestError =>
  new RequestError(403, 'key-not-accepted', 'An API key approves no departures; a person who saw a preview does.');

type SyncOptions = ApiOptions & { readonly streams: EventStreams };

type FindRun = (tenantId: string, id: string) => Promise<Run>;

export const mountSyncRoutes = (mount: Mount, options: SyncOptions): void => {
  const findRun: FindRun = async (tenantId, id) => {
    const found = await options.repositories.runs.get(tenantId, id);
    if (found === null) throw noSuchRun();
    return found.value;
  };
  mountStarting(mount, options);
  mountFollowing(mount, options, findRun);
  mountResults(mount, options, findRun);
  mountActivityRoutes(mount, options);
};

interface Order {
  /** Of the run; left out: any. */
  readonly id?: string;
  readonly kind: RunKind;
  readonly mode: RunMode;
  readonly selection?: Run['selection'] | undefined;
  readonly approvedDepartures: number;
}

const mountStarting = (mount: Mount, options: ApiOptions): void => {
  const start = async (actor: Actor, order: Order) => {
    await requireConnected(options, actor.tenantId);
    const selection = await readSelection(options.repositories, actor.tenantId, order.selection);
    const run = await startRun(options.runDesk, {
      ...(order.id === undefined ? {} : { id: order.id }),
      tenantId: actor.tenantId,
      kind: order.kind,
      mode: order.mode,
      trigger: 'admin',
      selection,
      startedBy: { id: actor.userId, displayName: actor.displayName },
      approvedDepartures: order.approvedDepartures,
    });
    return run;
  };

  mount(endpoints.startPreview, async ({ actor, body }) => {
    const { selection } = body;
    return presentRun(await start(actor, { kind: 'preview', mode: 'full', selection, approvedDepartures: 0 }));
  });
  mount(endpoints.startRun, async ({ actor, body, request }) => {
    if (actor.scopes !== null && body.approvedDepartures > 0) throw keyApprovesNothing();
    const order = { kind: 'sync', ...body } as const;
    const key = idempotencyKeyOf(request);
    if (key === null) return presentRun(await start(actor, order));
    const { tenantId, userId: by } = actor;
    const once = { tenantId, by, key, asked: JSON.stringify(order) };
    return presentRun(await startOnce(options, { ...once, start: (id) => start(actor, { ...order, id }) }));
  });
  mount(endpoints.cancelRun, async ({ actor, params }) => {
    const run = await cancelRun(options.runDesk, actor.tenantId, params.id);
    if (run === null) throw noSuchRun();
    return presentRun(run);
  });
};

const mountFollowing = (mount: Mount, { repositories, clock, streams }: SyncOptions, findRun: FindRun): void => {
  mount(endpoints.listRuns, async ({ actor, query }) => {
    const { items, cursor } = await findRuns(repositories.runs, actor.tenantId, query);
    return { items: items.map(presentRun), cursor };
  });
  mount(endpoints.getRun, async ({ actor, params }) => presentRun(await findRun(actor.tenantId, params.id)));
  mount(endpoints.followRun, async ({ actor, params, response }) => {
    const read = () => findRun(actor.tenantId, params.id);
    await read();
    await followRun({ response, clock, streams, reader: actor, read });
    return answered;
  });
};

const mountResults = (mount: Mount, { repositories }: ApiOptions, findRun: FindRun): void => {
  mount(endpoints.listPlan, async ({ actor, params, query }) => {
    await findRun(actor.tenantId, params.id);
    const page = await repositories.planEntries.page(actor.tenantId, params.id, {
      ...pageRequest(query),
      ...(query.action === undefined ? {} : { action: query.action }),
      ...(query.search === undefined ? {} : { search: query.search }),
    });
    return { items: page.items.map(presentPlanEntry), cursor: page.cursor };
  });
  mount(endpoints.listChanges, async ({ actor, params, query }) => {
    await findRun(actor.tenantId, params.id);
    const page = await findChanges(repositories.runChanges, actor.tenantId, { runId: params.id, ...query });
    return { items: page.items.map(presentRunChange), cursor: page.cursor };
  });
  mount(endpoints.exportPlan, async ({ actor: { tenantId }, params, query, response }) => {
    await findRun(tenantId, params.id);
    return exportPlan(repositories, { tenantId, runId: params.id, query, response });
  });
  mount(endpoints.exportChanges, async ({ actor: { tenantId }, params, query, response }) => {
    await findRun(tenantId, params.id);
    return exportChanges(repositories, { tenantId, runId: params.id, query, response });
  });
};
