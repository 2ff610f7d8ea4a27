import type { AssignmentRule, Assignments } from '../../domain/assignment/assignment.ts';
import type { Brand, SignatureDesign } from '../../domain/design/signature.ts';
import type { CustomField, DirectoryField, FieldRule } from '../../domain/fields/fieldSettings.ts';

export interface TransferredSignature {
  readonly id: string;
  readonly name: string;
  readonly design: SignatureDesign;
}

export interface TransferredImage {
  /** As the tenant it comes from named it. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Refusal {
  readonly code: string;
  /** In English, for whoever reads the answer itself. */
  readonly message: string;
}

export type ItemKind =
  | 'image'
  | 'brand'
  | 'customField'
  | 'directoryField'
  | 'fieldRule'
  | 'signature'
  | 'rule'
  | 'otherwise';

/** One thing of a file, and what an import does with it. */
export interface ImportItem {
  readonly key: string;
  readonly kind: ItemKind;
  readonly name: string;
  readonly action: 'new' | 'changed' | 'same' | 'refused';
  /** Why it is refused. */
  readonly reason: Refusal | null;
}

/** What could be read of a file. */
export interface Transferred {
  readonly exportedAt: string;
  readonly tenantId: string;
  readonly signatures: readonly TransferredSignature[];
  readonly assignmentRules: readonly AssignmentRule[];
  /** What holds beside the rules. */
  readonly otherwise: Omit<Assignments, 'rules'> | null;
  readonly brand: Brand | null;
  readonly fieldRules: Readonly<Record<string, FieldRule>>;
  readonly customFields: readonly CustomField[];
  readonly directoryFields: readonly DirectoryField[];
  readonly images: readonly TransferredImage[];
  /** What could not. */
  readonly refused: readonly ImportItem[];
}

export const refused = (item: Pick<ImportItem, 'key' | 'kind' | 'name'>, reason: Refusal): ImportItem => ({
  ...item,
  action: 'refused',
  reason,
});

export const decided = (
  item: Pick<ImportItem, 'key' | 'kind' | 'name'>,
  action: 'new' | 'changed' | 'same',
): ImportItem => ({ ...item, action, reason: null });

/** As values: order of keys does not count. */
export const isSameValue = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
