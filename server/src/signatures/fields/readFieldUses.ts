import { fieldsUsedIn } from '../../domain/fields/paths/fieldsUsedIn.ts';
import { restorableSince } from '../../domain/design/restorableSince.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { SignatureDesk } from '../signatureDesk.ts';

interface SignatureUse {
  readonly id: string;
  readonly name: string;
  readonly isPublished: boolean;
}

/** Who would miss a field. */
export interface FieldUse {
  readonly signatures: readonly SignatureUse[];
  /** Names of the rules that ask about it. */
  readonly rules: readonly string[];
}

const noUse: FieldUse = { signatures: [], rules: [] };

/** The signatures that show or ask about a field, in what is published or in the draft, and the rules that do, by path. */
export const readFieldUses = async (
  { signatures, assignments }: Pick<Repositories, 'signatures' | 'assignments'>,
  tenantId: string,
): Promise<(path: string) => FieldUse> => {
  const uses = new Map<string, FieldUse>();
  const of = (path: string): FieldUse => uses.get(path) ?? noUse;
  for (const { value } of await signatures.list(tenantId)) {
    const published = value.published === null ? new Set<string>() : fieldsUsedIn(value.published.design);
    for (const path of new Set([...published, ...fieldsUsedIn(value.draft)])) {
      const use = { id: value.id, name: value.name, isPublished: published.has(path) };
      uses.set(path, { ...of(path), signatures: [...of(path).signatures, use] });
    }
  }
  for (const { name, condition } of (await assignments.get(tenantId)).value.rules) {
    const asked = (condition?.tests ?? []).flatMap((test) => (test.kind === 'field' ? [test.field] : []));
    for (const path of new Set(asked)) uses.set(path, { ...of(path), rules: [...of(path).rules, name] });
  }
  return of;
};

/** Names of the deleted signatures that would show or ask about a field as soon as they are brought back. */
export const deletedThatUse = async (
  { repositories: { signatures }, clock }: SignatureDesk,
  tenantId: string,
  path: string,
): Promise<readonly string[]> => {
  const deleted = await signatures.listDeleted(tenantId, restorableSince(clock.now()));
  return deleted.flatMap(({ value: { name, published } }) =>
    published !== null && fieldsUsedIn(published.design).has(path) ? [name] : [],
  );
};
