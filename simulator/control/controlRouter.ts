import express from 'express';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Simulator } from '../simulator.ts';
import { applyMutation, mutationSchema } from './mutations.ts';

const effect = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    status: z.number().int(),
    retryAfter: z.union([z.number(), z.string()]).optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  }),
  z.object({ kind: z.literal('reset'), midBody: z.boolean().optional() }),
  z.object({ kind: z.literal('truncate') }),
  z.object({ kind: z.literal('endless') }),
  z.object({ kind: z.literal('slow'), milliseconds: z.number() }),
  z.object({ kind: z.literal('hold') }),
  z.object({ kind: z.literal('foreignLink'), host: z.string() }),
  z.object({ kind: z.literal('noPage') }),
  z.object({
    kind: z.literal('spoil'),
    property: z.string(),
    id: z.string().optional(),
    value: z.unknown().optional(),
  }),
  z.object({ kind: z.literal('circle'), newLinks: z.boolean().optional() }),
  z.object({ kind: z.literal('emptyPage') }),
  z.object({ kind: z.literal('gone') }),
  z.object({ kind: z.literal('tokenExpired') }),
  z.object({ kind: z.literal('forbidden') }),
]);
const faultSchema = z.intersection(
  effect,
  z.object({ path: z.string(), method: z.string(), times: z.number(), after: z.number() }).partial(),
);
const clockSchema = z.object({ advance: z.number(), set: z.string() }).partial();
const consentSchema = z.object({
  clientId: z.string().optional(),
  grant: z.array(z.string()).optional(),
  grantDelegated: z.array(z.string()).optional(),
  /** true removes the app from the tenant. */
  revoke: z.union([z.array(z.string()), z.literal(true)]).optional(),
  /** Whether people may consent by themselves, whether they need to, and who has to prove a second factor. */
  usersMayConsent: z.boolean().optional(),
  preAuthorized: z.boolean().optional(),
  secondFactor: z.array(z.string()).optional(),
  /** How long roles accepted on the consent page take into tokens. */
  lag: z
    .object({ milliseconds: z.number(), tokens: z.number(), early: z.array(z.string()) })
    .partial()
    .optional(),
});
const behaviourSchema = z
  .object({
    emptyPages: z.number(),
    emptySecondDeltaPage: z.boolean(),
    replays: z.number(),
    singleReadsLag: z.number(),
    replaysRemovals: z.boolean(),
    deltaPageSize: z.number(),
    deltaMembersPerPage: z.number(),
    leavesOutHiddenMembers: z.boolean(),
  })
  .partial();
const notificationsSchema = z
  .object({
    latency: z.number(),
    hold: z.boolean(),
    drop: z.number(),
    duplicate: z.boolean(),
    reorder: z.boolean(),
    unreachable: z.boolean(),
    /** Sends what is due and waits for the answers. */
    deliver: z.literal(true),
    /** All subscriptions, or the one with this id. */
    challenge: z.union([z.literal(true), z.string()]),
    forge: z.object({ notification: z.record(z.string(), z.unknown()), to: z.string() }).partial(),
  })
  .partial();
const throttleSchema = z.object({ capacity: z.number(), unitsPerSecond: z.number() }).nullable();

/** What tests and demos in another process do through the simulator's own object in this one. */
export function controlRouter(simulator: Simulator): Router {
  const router = express.Router();
  // A browser cannot send this type to another origin without asking, so no web page can reach these.
  router.use(express.json({ type: 'application/json', limit: '50mb' }));
  router.get('/', (_, response) => void response.json(statusOf(simulator)));
  post({ router, path: '/reset' }, z.unknown(), () => simulator.reset());
  post({ router, path: '/clock' }, clockSchema, ({ advance, set }) => {
    if (set !== undefined) simulator.clock.set(set);
    if (advance !== undefined) simulator.clock.advance(advance);
    return { now: new Date(simulator.clock.now()).toISOString() };
  });
  post({ router, path: '/faults' }, faultSchema, (fault) => ({
    id: simulator.faults.add(fault as Parameters<Simulator['faults']['add']>[0]),
  }));
  router.delete('/faults', (_, response) => {
    simulator.faults.clear();
    response.json({});
  });
  router.delete('/faults/:id', (request, response) => {
    simulator.faults.remove(Number(request.params.id));
    response.json({});
  });
  post({ router, path: '/behaviour' }, behaviourSchema, (changes) => Object.assign(simulator.behaviour, changes));
  router.get('/notifications', (_, response) => void response.json(notificationsOf(simulator)));
  post({ router, path: '/notifications' }, notificationsSchema, (wish) => changeNotifications(simulator, wish));
  post({ router, path: '/throttle' }, throttleSchema, (limits) => simulator.throttle(limits ?? undefined));
  post({ router, path: '/consent' }, consentSchema, (change) => changeConsent(simulator, change));
  post({ router, path: '/directory' }, z.union([mutationSchema, z.array(mutationSchema)]), (mutations) => ({
    results: [mutations].flat().map((mutation) => applyMutation(simulator.directory, mutation) ?? null),
  }));
  return router;
}

function changeConsent(
  simulator: Simulator,
  { clientId, grant, grantDelegated, revoke, lag, ...signIn }: z.infer<typeof consentSchema>,
) {
  const id = clientId ?? simulator.tenant.clientId;
  Object.assign(simulator.consent.lag, lag);
  changeSignIn(simulator, id, signIn);
  if (revoke === true) simulator.consent.revoke(id);
  else if (revoke) simulator.consent.revoke(id, revoke);
  if (grant || grantDelegated) simulator.consent.grant(id, grant ?? [], grantDelegated ?? []);
  return simulator.consent.of(id) ?? {};
}

type SignInChange = Pick<z.infer<typeof consentSchema>, 'usersMayConsent' | 'preAuthorized' | 'secondFactor'>;

function changeSignIn({ consent, clients }: Simulator, clientId: string, change: SignInChange): void {
  const { usersMayConsent, preAuthorized, secondFactor } = change;
  const client = clients.get(clientId);
  if (usersMayConsent !== undefined) consent.policy.usersMayConsent = usersMayConsent;
  if (preAuthorized !== undefined && client) clients.set(clientId, { ...client, preAuthorized });
  for (const person of secondFactor ?? []) consent.policy.secondFactor.add(person);
}

async function changeNotifications(
  simulator: Simulator,
  { deliver, challenge, forge, ...knobs }: z.infer<typeof notificationsSchema>,
) {
  const { notifications } = simulator;
  Object.assign(notifications.knobs, knobs);
  if (challenge !== undefined) notifications.challenge(challenge === true ? undefined : challenge);
  const forged = forge && (await notifications.forge(forge.notification, forge.to));
  if (deliver) await notifications.deliver();
  return { ...notificationsOf(simulator), ...(forge && { forged: forged ?? null }) };
}

function notificationsOf({ notifications }: Simulator) {
  const { knobs, deliveries, subscriptions } = notifications;
  return { knobs, subscriptions: subscriptions.live(), deliveries };
}

function post<T>(at: { router: Router; path: string }, schema: z.ZodType<T>, act: (body: T) => unknown): void {
  at.router.post(at.path, async (request: Request, response: Response) => {
    const parsed = schema.safeParse(request.body);
    if (!parsed.success) {
      response.status(400).json({ error: z.prettifyError(parsed.error) });
      return;
    }
    try {
      response.json((await act(parsed.data)) ?? {});
    } catch (error) {
      response.status(400).json({ error: String(error) });
    }
  });
}

function statusOf({ url, tenant, clock, faults, behaviour, directory }: Simulator) {
  return {
    url,
    tenant,
    now: new Date(clock.now()).toISOString(),
    faults: faults.list(),
    behaviour,
    objects: {
      users: directory.users.order.length,
      groups: directory.groups.order.length,
      units: directory.units.order.length,
    },
  };
}
