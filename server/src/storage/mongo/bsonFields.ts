/** A document as the fields of a BSON document. */
export interface BsonFields {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The whole document as JSON, where the fields say less than it; null for nearly all. */
  readonly exact: string | null;
}

const replacement = '\uFFFD';

/**
 * BSON has no lone surrogates and no NUL in names, and not every server takes a dot or a leading dollar in a name or a
 * list within a list. A document with any of these is kept twice: readable as far as that goes, and exactly.
 */
export const toBsonFields = (document: unknown): BsonFields => {
  const json = JSON.stringify(document);
  let isSame = true;
  const changed = <V>(value: V): V => {
    isSame = false;
    return value;
  };
  const carryName = (name: string): string => {
    const carried = name.toWellFormed().replace(/^\$|[.\0]/g, replacement);
    return carried === name ? name : changed(carried);
  };
  const carryText = (text: string): string => (text.isWellFormed() ? text : changed(text.toWellFormed()));
  const carry = (value: unknown): unknown => {
    if (typeof value === 'string') return carryText(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return value.map((item) => (Array.isArray(item) ? changed(JSON.stringify(item)) : carry(item)));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [carryName(name), carry(inner)]));
  };
  const fields = carry(JSON.parse(json)) as Readonly<Record<string, unknown>>;
  return { fields, exact: isSame ? null : json };
};
