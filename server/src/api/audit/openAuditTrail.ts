import type { Request } from 'express';
import type { Endpoint } from '../../contract/endpoint.ts';
import { RequestError, UndersignError } from '../../domain/errors.ts';
import { isAudited, operationOf, type AuditedName } from './auditedEndpoint.ts';
import { openAuditWriter, type AuditOptions, type AuditPerson, type Deed } from './openAuditWriter.ts';
import { readSubject, tell } from './readSubject.ts';
import { subjects, type ToldSubject } from './subjects.ts';

interface AuditedRequest {
  readonly endpoint: Endpoint;
  readonly actor: AuditPerson;
  readonly request: Request;
}

export interface AuditTrail {
  /** Does what a route does and writes down what came of it. When it resolves, the entry is stored. */
  around<T>(asked: AuditedRequest, work: () => Promise<T>): Promise<T>;
  /** Writes down that the caller's role did not allow it; the same once an hour. */
  refused(asked: AuditedRequest, code: string): Promise<void>;
  /** Writes down that somebody with a role came in; once an hour from one network. */
  signedIn(actor: AuditPerson, request: Request): Promise<void>;
  /** Writes down one thing more. */
  record(actor: AuditPerson, request: Request, deed: Deed): Promise<void>;
}

/** What is wrong with what was sent, is not there, or was asked too often, is no deed. */
const isNoDeed = (error: unknown): boolean =>
  !(error instanceof UndersignError) ||
  (error instanceof RequestError && [400, 404, 412, 413, 415, 429].includes(error.status));

/** One place through which every route goes, so that a new one cannot be forgotten. */
export const openAuditTrail = (options: AuditOptions): AuditTrail => {
  const writer = openAuditWriter(options);
  const { repositories } = options;

  const write = async <T>(asked: AuditedRequest, work: () => Promise<T>): Promise<T> => {
    const action = operationOf(asked.endpoint) as AuditedName;
    const subject: ToldSubject = subjects[action];
    const before = await readSubject(repositories, { ...asked, subject, answer: undefined });
    try {
      const answer = await work();
      const after = await readSubject(repositories, { ...asked, subject, answer });
      const told = tell({ subject, before, after, body: asked.request.body, answer });
      const isRoutine = subject.often === true && told.diff.changes.length === 0;
      await (isRoutine ? writer.writeOnceAnHour : writer.write)(asked, { action, ...told });
      return answer;
    } catch (error) {
      if (error instanceof UndersignError && !isNoDeed(error))
        await writer.writeOnceAnHour(asked, { action, outcome: 'failed', code: error.code, subject: before.subject });
      throw error;
    }
  };

  return {
    around: (asked, work) => (isAudited(asked.endpoint) ? write(asked, work) : work()),
    refused: (asked, code) =>
      writer.writeOnceAnHour(asked, { action: operationOf(asked.endpoint), outcome: 'refused', code }),
    signedIn: async (actor, request) => {
      if (actor.role !== 'teammate') await writer.writeOnceAnHour({ actor, request }, { action: 'signIn' });
    },
    record: (actor, request, deed) => writer.write({ actor, request }, deed),
  };
};
