import type { Condition } from '../design/condition.ts';
import type { Picked } from '../scope/selection.ts';
import type { ComposeType } from '../signature/composeType.ts';

/** Who gets which signature: the first rule that matches decides, else `otherwise`. */
export interface Assignments {
  readonly rules: readonly AssignmentRule[];
  /** What those get whom no rule matches: a signature, the design everybody has from the start, or nothing. */
  readonly otherwise: AssignmentOutcome;
  /** What those may choose by hand instead. */
  readonly also?: MayChoose;
  /** Whose signature it is where somebody writes from another teammate's mailbox, shared ones too. Left out: `mine`. */
  readonly otherMailbox?: OtherMailbox | undefined;
  /** Domains whose people count as colleagues too, beside the tenant's own: lower case, IDN in ASCII. Left out: none. */
  readonly insideDomains?: readonly string[] | undefined;
}

/** `mine`: of whoever sits at the keyboard; `theirs`: of the mailbox. A rule about that mailbox goes before. */
export type OtherMailbox = 'mine' | 'theirs' | 'none';

export type AssignmentOutcome =
  | { readonly kind: 'signature'; readonly signatureId: string }
  | { readonly kind: 'builtIn' }
  | { readonly kind: 'none' };

/** Signatures that people may choose by hand for a mail they write; what they get by themselves stays the same. */
type MayChoose = readonly string[] | undefined;

/** All that is said must hold; an empty list or null says nothing. */
export interface AssignmentRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly outcome: AssignmentOutcome;
  readonly also?: MayChoose;
  /** One of these people, or somebody in one of these groups (nested too) or units. All three empty: everybody. */
  readonly people: readonly Picked[];
  readonly groups: readonly Picked[];
  readonly units: readonly Picked[];
  readonly condition: Condition | null;
  readonly composeTypes: readonly ComposeType[];
  /** Addresses in From, lower case. */
  readonly mailboxes: readonly string[];
  /** `internal`: everybody addressed is of the tenant's own domains, or of `insideDomains`. Where Outlook does not tell, only `any` matches. */
  readonly recipients: 'any' | 'internal' | 'external';
  /** Addresses and domains, lower case and IDN in ASCII, of which at least one must be addressed. Left out or empty: says nothing. */
  readonly addressees?: readonly string[] | undefined;
  /** Local dates of `timeZone`, both included. */
  readonly from: string | null;
  readonly until: string | null;
  readonly timeZone: string;
}

/** Every signature that a rule, or what is for everybody else, gives or lets people choose. */
export const signaturesNamed = ({ outcome, also = [] }: Pick<AssignmentRule, 'outcome' | 'also'>): readonly string[] =>
  outcome.kind === 'signature' ? [outcome.signatureId, ...also] : also;

/** Whom rules that are on name as addressees, each once. */
export const addresseesNamed = ({ rules }: Pick<Assignments, 'rules'>): readonly string[] => [
  ...new Set(rules.flatMap(({ enabled, addressees = [] }) => (enabled ? addressees : []))),
];

/** Without what is listed though it counts anyway: it would go on to count once it is the tenant's own no more. */
export const withoutOwnDomains = (
  { insideDomains = [], ...rest }: Assignments,
  isOwn: (domain: string) => boolean,
): Assignments => {
  const others = insideDomains.filter((domain) => !isOwn(domain));
  return others.length === 0 ? rest : { ...rest, insideDomains: others };
};

export const noAssignments: Assignments = { rules: [], otherwise: { kind: 'builtIn' } };
