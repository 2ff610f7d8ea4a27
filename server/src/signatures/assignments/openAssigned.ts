import { setImmediate } from 'node:timers/promises';
import { askedContainers } from '../../domain/assignment/askedContainers.ts';
import type { AssignmentOutcome } from '../../domain/assignment/assignment.ts';
import { chooseSignature } from '../../domain/assignment/chooseSignature.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { RequestError } from '../../domain/errors.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { firstFilledPage } from '../../ports/pages/firstFilledPage.ts';
import type { PageOf, PageRequest } from '../../ports/pages/pages.ts';
import { openPersonReader } from '../rendering/readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';
import { asksAboutManagers, countedMail } from './countedMail.ts';
import { localToday } from './localToday.ts';

/** Who of them is asked for; what is left out narrows nothing. */
export interface AssignedFilter {
  readonly composeType: ComposeType;
  /** The rule that decides about them. */
  readonly ruleId?: string | undefined;
  /** The signature they get, by whichever rule. */
  readonly signatureId?: string | undefined;
  /** True: those about whom no rule decides. */
  readonly isOtherwise: boolean;
  /** True: those who get nothing. */
  readonly isNone: boolean;
  readonly search?: string | undefined;
}

export interface AssignedPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  /** The rule that decided; null: no rule did, and it is what everybody else gets. */
  readonly rule: { readonly id: string; readonly name: string } | null;
  readonly outcome: AssignmentOutcome;
  /** Null where it is the built-in one, or none. */
  readonly signatureName: string | null;
}

/** So many pages are looked through for people who fit before what was found is handed out. */
const pagesPerCall = 10;
/** So many people are looked at before somebody else's request is. */
const atOnce = 25;

/**
 * Active teammates by name with what the saved rules give each on a mail of this kind today: as `assignmentEffect` counts
 * them. A page may have fewer than asked for, or none. Throws RequestError 404 for a rule that is not there.
 */
export const openAssigned = async (
  desk: RenderDesk,
  tenantId: string,
  filter: AssignedFilter,
): Promise<(window: PageRequest) => Promise<PageOf<AssignedPerson>>> => {
  const { teammates } = desk.repositories;
  const look = await openLook(desk, tenantId, filter);
  const { search } = filter;
  const asked = { status: 'active' as const, ...(search === undefined ? {} : { search }) };
  return (window) =>
    firstFilledPage(window, pagesPerCall, async (request) => {
      const { items, cursor } = await teammates.page(tenantId, { ...asked, ...request });
      return { items: (await lookAtAll(items, look)).filter((person) => fits(person, filter)), cursor };
    });
};

type Look = (teammate: Teammate) => Promise<AssignedPerson>;

const openLook = async (desk: RenderDesk, tenantId: string, { composeType, ruleId }: AssignedFilter): Promise<Look> => {
  const { repositories, clock } = desk;
  const { value: assignments } = await repositories.assignments.get(tenantId);
  if (ruleId !== undefined && !assignments.rules.some(({ id }) => id === ruleId)) {
    throw new RequestError(404, 'not-found', 'There is no such rule any more.');
  }
  const signatures = new Map((await repositories.signatures.list(tenantId)).map(({ value }) => [value.id, value]));
  const isPublished = (id: string): boolean => (signatures.get(id)?.published ?? null) !== null;
  const read = await openPersonReader(desk, tenantId, {
    today: localToday(clock),
    asked: askedContainers(assignments, []),
    withManagers: asksAboutManagers([assignments]),
  });
  return async (teammate) => {
    const mail = countedMail({ teammate, person: await read(teammate) }, composeType);
    const { outcome, trace } = chooseSignature(assignments, mail, isPublished);
    const { ruleId: id = null, name = '' } = trace.at(-1) ?? {};
    return {
      id: teammate.id,
      displayName: nameOf(teammate.profile),
      mail: teammate.profile.mail,
      rule: id === null ? null : { id, name },
      outcome,
      signatureName: outcome.kind === 'signature' ? (signatures.get(outcome.signatureId)?.name ?? null) : null,
    };
  };
};

const lookAtAll = async (teammates: readonly Teammate[], look: Look): Promise<readonly AssignedPerson[]> => {
  const people: AssignedPerson[] = [];
  for (let at = 0; at < teammates.length; at += atOnce) {
    // SQLite answers at once, so without this nobody else's request is looked at before the whole page is done.
    if (at > 0) await setImmediate();
    people.push(...(await Promise.all(teammates.slice(at, at + atOnce).map(look))));
  }
  return people;
};

const fits = (
  { rule, outcome }: AssignedPerson,
  { ruleId, signatureId, isOtherwise, isNone }: AssignedFilter,
): boolean =>
  (ruleId === undefined || rule?.id === ruleId) &&
  (signatureId === undefined || (outcome.kind === 'signature' && outcome.signatureId === signatureId)) &&
  (!isOtherwise || rule === null) &&
  (!isNone || outcome.kind === 'none');
