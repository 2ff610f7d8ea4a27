import type { Teammate } from '../../../../server/src/contract/people/teammates.ts';

type Facts = Pick<Teammate, 'fields' | 'status'>;

/** The names of the fields that differ between two readings of one person; `status` when that did. */
export function changedFields(before: Facts, after: Facts): readonly string[] {
  const old = new Map(before.fields.map(({ key, value }) => [key, value]));
  const fields = after.fields.filter(({ key, value }) => (old.get(key) ?? '') !== value).map(({ key }) => key);
  return before.status === after.status ? fields : [...fields, 'status'];
}
