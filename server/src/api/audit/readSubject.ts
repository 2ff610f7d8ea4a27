import type { Request } from 'express';
import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import { diffStates } from '../../domain/audit/diffStates.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { AuditPerson } from './openAuditWriter.ts';
import type { Subject, ToldSubject } from './subjects.ts';

interface Reading {
  readonly subject: Subject;
  readonly actor: AuditPerson;
  readonly request: Request;
  /** What the route answered; undefined before it did. */
  readonly answer: unknown;
}

export interface FoundSubject {
  readonly subject: AuditEntry['subject'];
  readonly state: unknown;
}

/** What a route is about, as it stands now. */
export const readSubject = async (repositories: Repositories, reading: Reading): Promise<FoundSubject> => {
  const { tenantId } = reading.actor;
  const id = idOf(reading);
  if (id === null) return { subject: null, state: null };
  const found = await reading.subject.read(repositories, { tenantId, id });
  return { subject: id === '' ? null : { id, name: found?.name ?? null }, state: found?.state ?? null };
};

/** Empty for what a tenant has one of; null for what is not there yet. */
const idOf = ({ subject, actor, request, answer }: Reading): string | null => {
  if (subject.id === 'person') return actor.userId;
  if (subject.id !== 'answer')
    return String(request.params['id'] ?? '').toLowerCase() || String(request.params['key'] ?? '');
  const made = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : null;
  return typeof made === 'string' ? made : null;
};

export interface Told {
  readonly subject: ToldSubject;
  readonly before: FoundSubject;
  readonly after: FoundSubject;
  readonly body: unknown;
  readonly answer: unknown;
}

const mostTold = 60;
/** So many ids an entry holds beside its changes. */
const mostAbout = 1000;

/** What it was about, by the name it has now or had before it went, and what is different. */
export const tell = ({ subject, before, after, body, answer }: Told) => {
  const { changes, more } = diffStates(before.state, after.state);
  // Both are of the route that the subject is: its handler got the one and gave the other.
  const all = [...(subject.tell?.(body as never, answer as never) ?? []), ...changes];
  const about = (subject.about?.(body as never, answer as never) ?? []).slice(0, mostAbout);
  const diff = {
    ...(about.length > 0 && { about }),
    ...{ changes: all.slice(0, mostTold), more: more + Math.max(0, all.length - mostTold) },
  };
  const isNamed = (after.subject?.name ?? null) !== null;
  return { subject: isNamed ? after.subject : (before.subject ?? after.subject), diff };
};
