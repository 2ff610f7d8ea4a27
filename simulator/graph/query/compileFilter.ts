import type { Comparison, Filter, Literal } from './filterSyntax.ts';
import { badRequest, unsupportedQuery } from '../graphError.ts';
import { rowOf } from '../objects/propertyTable.ts';
import type { PropertyRow, PropertyTable } from '../objects/propertyTable.ts';

type Read = (name: string) => unknown;
export type Predicate = (read: Read) => boolean;

/** Which filters need `ConsistencyLevel: eventual` and `$count=true`: https://learn.microsoft.com/en-us/graph/aad-advanced-queries */
const ADVANCED: ReadonlySet<Comparison> = new Set(['ne', 'endsWith']);

/** Of comparisons that are joined by `or`, or listed after `in`; advanced queries are bounded by their length instead. */
const MOST_ALTERNATIVES = 15;

/** @throws GraphError 400 when a property is unknown, cannot be filtered so, or an advanced operator lacks its parameters. */
export function compileFilter(filter: Filter, table: PropertyTable, advanced: boolean): Predicate {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      if (filter.kind === 'or') requireFew(alternativesIn(filter), advanced);
      const left = compileFilter(filter.left, table, advanced);
      const right = compileFilter(filter.right, table, advanced);
      return filter.kind === 'and' ? (read) => left(read) && right(read) : (read) => left(read) || right(read);
    }
    case 'not': {
      requireAdvanced('not', advanced);
      const of = compileFilter(filter.of, table, advanced);
      return (read) => !of(read);
    }
    case 'any':
      return compileAny(filter, table, advanced);
    case 'compare':
      return compileComparison(filter, table, advanced);
  }
}

function compileAny(filter: Extract<Filter, { kind: 'any' }>, table: PropertyTable, advanced: boolean): Predicate {
  const row = known(filter.property, table);
  if (row.type !== 'texts')
    throw badRequest(`Invalid filter clause: any() needs a collection, not '${filter.property}'.`);
  // Inside the lambda the variable is the element itself, so the property's own row decides what is allowed.
  const of = compileFilter(filter.of, { [filter.variable]: { ...row, type: 'text' } }, advanced);
  return (read) => {
    const elements = read(filter.property);
    return Array.isArray(elements) && elements.some((element) => of(() => element));
  };
}

function compileComparison(
  filter: Extract<Filter, { kind: 'compare' }>,
  table: PropertyTable,
  advanced: boolean,
): Predicate {
  const { property, operator, values } = filter;
  const [name = '', ...path] = property.split('/');
  const row = known(name, table);
  if (!row.filter?.split(' ').includes(operator)) {
    throw unsupportedQuery(`Unsupported or invalid query filter clause specified for property '${property}'.`);
  }
  if (ADVANCED.has(operator)) requireAdvanced(operator, advanced);
  requireFew(values.length, advanced);
  for (const value of values) requireType(value, row, property);
  const wanted = values.map(fold);
  const matches = MATCHERS[operator];
  return (read) => matches(fold(follow(read(name), path)), wanted);
}

const MATCHERS: Record<Comparison, (actual: unknown, wanted: readonly unknown[]) => boolean> = {
  eq: (actual, [wanted]) => actual === wanted,
  ne: (actual, [wanted]) => actual !== wanted,
  in: (actual, wanted) => wanted.includes(actual),
  ge: (actual, [wanted]) => comparable(actual, wanted) && (actual as string) >= (wanted as string),
  le: (actual, [wanted]) => comparable(actual, wanted) && (actual as string) <= (wanted as string),
  startsWith: (actual, [wanted]) => typeof actual === 'string' && actual.startsWith(String(wanted)),
  endsWith: (actual, [wanted]) => typeof actual === 'string' && actual.endsWith(String(wanted)),
};

function comparable(left: unknown, right: unknown): boolean {
  return left !== null && typeof left === typeof right;
}

/** Entra compares text without regard to case; what is not set equals null. */
function fold(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : (value ?? null);
}

function follow(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string, unknown> | null | undefined)?.[step], value);
}

function known(name: string, table: PropertyTable): PropertyRow {
  const row = rowOf(table, name);
  if (!row) throw badRequest(`Invalid filter clause: Could not find a property named '${name}'.`);
  return row;
}

function requireAdvanced(operator: string, advanced: boolean): void {
  if (advanced) return;
  throw unsupportedQuery(
    `The specified filter uses '${operator}', which needs the header ConsistencyLevel: eventual and $count=true.`,
  );
}

function alternativesIn(filter: Filter): number {
  return filter.kind === 'or' ? alternativesIn(filter.left) + alternativesIn(filter.right) : 1;
}

/** In the words of https://github.com/microsoftgraph/microsoft-graph-docs/issues/21098 */
function requireFew(count: number, advanced: boolean): void {
  if (advanced || count <= MOST_ALTERNATIVES) return;
  const most = `${count}. Max allowed: ${MOST_ALTERNATIVES}`;
  throw unsupportedQuery(
    `Too many child clauses specified in search filter expression containing 'OR' operators: ${most}.`,
  );
}

function requireType(value: Literal, row: PropertyRow, property: string): void {
  const isBoolean = typeof value === 'boolean';
  if (value === null || row.type === 'complex' || isBoolean === (row.type === 'boolean')) return;
  throw badRequest(`Invalid filter clause: A binary operator with incompatible types was detected on '${property}'.`);
}
