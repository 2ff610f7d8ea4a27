import type { RegistrationRequest } from '../../../../server/src/contract/manage/connection.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';

/** What the form asks for. Secrets live here until they are sent, and nowhere longer. */
export interface RegistrationDraft {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: 'secret' | 'certificate';
  readonly clientSecret: string;
  readonly secretExpiresOn: string;
  readonly certificate: string;
  readonly groupId: string;
  readonly useGroup: boolean;
}

const fields = ['tenantId', 'clientId', 'clientSecret', 'certificate', 'secretExpiresOn', 'groupId'] as const;
export type RegistrationField = (typeof fields)[number];

export const emptyDraft = (tenantId: string, clientId: string): RegistrationDraft => ({
  ...{ tenantId, clientId, credential: 'secret', clientSecret: '', secretExpiresOn: '', certificate: '' },
  ...{ groupId: '', useGroup: true },
});

/** The draft once it was accepted: the ids may be needed again, the secret must not stay on the screen. */
export const withoutCredentials = (draft: RegistrationDraft): RegistrationDraft => ({
  ...draft,
  ...{ clientSecret: '', certificate: '', secretExpiresOn: '', groupId: '' },
});

/** What is sent: only the chosen kind of credential, even when the other was filled in before. */
export function requestOf(draft: RegistrationDraft): RegistrationRequest {
  const { tenantId, clientId, credential, groupId } = draft;
  const hasGroup = groupId.trim() !== '';
  return {
    tenantId,
    clientId,
    ...(credential === 'secret'
      ? { clientSecret: draft.clientSecret, secretExpiresOn: draft.secretExpiresOn }
      : { certificate: draft.certificate }),
    ...(hasGroup ? { groupId, useGroup: draft.useGroup } : {}),
  };
}

type Complaint = ApiProblem['errors'][number] & { readonly values?: ApiProblem['values'] };

export interface Complaints {
  readonly of: Readonly<Partial<Record<RegistrationField, Complaint>>>;
  /** About no single field. */
  readonly others: readonly Complaint[];
}

/** Sorts what the API found wrong by field; the first complaint about a field is enough. */
export function complaintsOf(problem: unknown): Complaints {
  const errors: Complaint[] =
    problem instanceof ApiProblem ? problem.errors.map((error) => ({ ...error, values: problem.values })) : [];
  const fieldOf = ({ path }: Complaint) => fields.find((field) => path === `body.${field}` || path === field);
  const of: Partial<Record<RegistrationField, Complaint>> = {};
  for (const complaint of errors) {
    const field = fieldOf(complaint);
    if (field) of[field] ??= complaint;
  }
  return { of, others: errors.filter((complaint) => fieldOf(complaint) === undefined) };
}
