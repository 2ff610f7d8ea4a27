/** Everybody has a name. */
const never = 'person.displayName';

/** HTML that is there for whoever has one of these fields at least; for everybody where it is about none. */
export const onlyWith = (fields: readonly string[], html: string): string =>
  fields.length === 0 || fields.includes(never)
    ? html
    : `{% if ${[...new Set(fields)].join(' or ')} %}${html}{% endif %}`;
