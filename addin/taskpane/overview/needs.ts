import type { Webhook } from '../../../server/src/contract/manage/integrations.ts';
import type { SignatureSummary } from '../../../server/src/contract/signatures/signatureList.ts';
import { tenantState, type ConnectionFacts, type SyncFacts, type TenantState } from '../../ui/tenantState.ts';

type Kind =
  | 'revoked'
  | 'troubled'
  | 'incomplete'
  | 'failing'
  | 'paused'
  | 'held'
  | 'proposals'
  | 'secretExpired'
  | 'secretDate'
  | 'secretEnds'
  | 'webhookOff'
  | 'unpublished';

export interface Need {
  readonly kind: Kind;
  readonly intent: 'error' | 'warning';
  readonly to: '/connect' | '/sync' | '/sync/held' | '/teammates/proposals' | '/integrations' | `/signatures${string}`;
  /** People, days, addresses or signatures, where the sentence counts. */
  readonly count: number;
  /** Of the only signature that it is about. */
  readonly name?: string;
}

export interface NeedFacts {
  readonly sync: SyncFacts & { readonly held: number };
  readonly connection: ConnectionFacts;
  readonly proposals: number;
  readonly webhooks: readonly Pick<Webhook, 'enabled' | 'disabledBecause'>[];
  readonly signatures: readonly Pick<SignatureSummary, 'id' | 'name' | 'state' | 'usedInRules' | 'updatedAt'>[];
  /** Milliseconds. */
  readonly now: number;
}

const need = (kind: Kind, to: Need['to'], { intent = 'warning' as Need['intent'], count = 0 } = {}): Need => ({
  kind,
  intent,
  to,
  count,
});

/** The states that somebody has to end; the others are good, end by themselves, or are a beginning. */
const ofState: Partial<Record<TenantState, Need>> = {
  revoked: need('revoked', '/connect', { intent: 'error' }),
  credentialEnded: need('secretExpired', '/connect', { intent: 'error' }),
  troubled: need('troubled', '/connect', { intent: 'error' }),
  incomplete: need('incomplete', '/connect'),
  failing: need('failing', '/sync', { intent: 'error' }),
  paused: need('paused', '/sync'),
};

/** A credential of which the end is known, while it still works. */
function credentialNeed(state: TenantState, { registration }: ConnectionFacts): readonly Need[] {
  if (state === 'credentialEnded' || !registration || registration.warning === null) return [];
  if (registration.warning === 'expired') return [need('secretDate', '/connect', { intent: 'error' })];
  return [need('secretEnds', '/connect', { count: registration.daysLeft ?? 0 })];
}

const counted = (count: number, kind: Kind, to: Need['to']): readonly Need[] =>
  count > 0 ? [need(kind, to, { count })] : [];

/** Whoever still works on a draft is not asked about it. */
const workedOnFor = 7 * 24 * 60 * 60_000;

/** Changes of signatures in use that people do not get, because nobody published them; several are on their list. */
function unpublishedNeed({ signatures, now }: NeedFacts): readonly Need[] {
  const left = signatures.filter(
    ({ state, usedInRules, updatedAt }) =>
      state === 'changed' && usedInRules > 0 && Date.parse(updatedAt) <= now - workedOnFor,
  );
  const [one] = left;
  if (one === undefined || left.length > 1) return counted(left.length, 'unpublished', '/signatures');
  return [{ ...need('unpublished', `/signatures/${one.id}`, { count: 1 }), name: one.name }];
}

/** Everything that does not settle itself, the worst first. While there is any, no screen says that all is well. */
export function needsYou(facts: NeedFacts): readonly Need[] {
  const { sync, connection, proposals, webhooks } = facts;
  const state = tenantState(sync, connection);
  const first = ofState[state];
  const stopped = webhooks.filter(({ enabled, disabledBecause }) => !enabled && disabledBecause !== null);
  const all = [
    ...(first === undefined ? [] : [first]),
    ...credentialNeed(state, connection),
    ...counted(sync.held, 'held', '/sync/held'),
    ...counted(proposals, 'proposals', '/teammates/proposals'),
    ...counted(stopped.length, 'webhookOff', '/integrations'),
    ...unpublishedNeed(facts),
  ];
  const rank = ({ intent }: Need) => (intent === 'error' ? 0 : 1);
  return all.toSorted((a, b) => rank(a) - rank(b));
}

const actions: Readonly<Record<Kind, string>> = {
  revoked: 'needs.revokedAction',
  troubled: 'needs.troubledAction',
  incomplete: 'needs.incompleteAction',
  failing: 'needs.failingAction',
  paused: 'needs.pausedAction',
  held: 'needs.heldAction',
  proposals: 'needs.proposalsAction',
  webhookOff: 'needs.webhookOffAction',
  unpublished: 'needs.unpublishedAction',
  secretExpired: 'needs.secretAction',
  secretDate: 'needs.secretAction',
  secretEnds: 'needs.secretAction',
};

/** What the button of a need says. Whoever cannot decide about departures sees them all the same. */
export const actionOf = (kind: Kind, isAdmin: boolean): string =>
  actions[isAdmin || kind !== 'held' ? kind : 'proposals'];
