/**
 * Every name SQL sees. Collections and keys are letters only, so what carries an underscore can clash with none of
 * them, and quoting is for reserved words alone.
 */
const quote = (name: string): string => `"${name}"`;

/** The ids of tenants by the numbers that stand for them. */
export const tenantTable = 'undersign_tenants';
/** See `changeMarks.ts`. */
export const markTable = 'undersign_marks';
/** Before they were numbers, tenants stood in a column `tenant`: a process of that time fails here rather than miss rows. */
export const tenantColumn = 'tenant_number';

export const table = (collection: string): string => quote(collection);
/** The table while its keys are derived again. */
export const rebuiltTable = (collection: string): string => quote(`rebuilt_${collection}`);
export const column = (key: string): string => (key === 'id' ? 'id' : `k_${key}`);
/** All values of a multi-valued key once more inside the row, see `multiText.ts`. */
export const multiColumn = (key: string): string => `m_${key}`;
/** One row per value of a multi-valued key. */
export const valueTable = (collection: string, key: string): string => quote(`${collection}_${key}`);

export const indexName = (collection: string, keys: readonly string[]): string =>
  quote(['i', collection, ...keys, 'id'].join('_'));
/** Of the documents that have the first of the keys. */
export const partialIndexName = (collection: string, keys: readonly string[]): string =>
  quote(['i', collection, ...keys, 'id', 'present'].join('_'));
export const uniqueName = (collection: string, key: string): string => quote(`u_${collection}_${key}`);

/** `"i_runs_id"` as `sqlite_schema` has it. */
export const unquoted = (name: string): string => name.slice(1, -1);
