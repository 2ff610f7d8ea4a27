import type { Condition, Key } from '../collection.ts';
import { indexesOf, isPartialIndex, multiKeyNames, uniqueKeys, type AnyDeclaration } from '../declare/declaration.ts';
import { keyText, keyValue } from '../keys/keyText.ts';

/** A condition on a multi-valued key. */
export interface MultiCondition {
  readonly key: string;
  readonly kind: 'has' | 'prefix';
  readonly value: string;
}

/** What limits the sort key: nothing, texts that start with a prefix, or a list of values. */
type SortLimit =
  | { readonly kind: 'none' }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'in'; readonly values: readonly Key[] };

/** A query that an index answers: fixed keys first, then a walk along one key, then ids. */
export interface ResolvedQuery {
  readonly equals: readonly { readonly key: string; readonly value: Key }[];
  /** A scalar key, or `id`. */
  readonly sort: string;
  readonly limit: SortLimit;
  readonly multi: readonly MultiCondition[];
  /** The declared keys of the index that answers it; empty for the order of ids. */
  readonly index: readonly string[];
  /** The index is that of a unique key: one document at most. */
  readonly unique: boolean;
  /** The index holds only documents that have its first key. */
  readonly partial: boolean;
}

/**
 * The walks that answer the query when they are merged in order: one, or one for each value of a key that may have several
 * and is not the one to sort by. Throws a plain Error when no declared index answers it in order: such a query is a bug.
 */
export const resolvePage = (
  declaration: AnyDeclaration,
  where: readonly Condition[],
  sort: string = 'id',
): readonly ResolvedQuery[] =>
  spread(
    where,
    (condition) => condition.key !== sort,
    (each) => resolveWalk(declaration, each, sort),
  );

/** One walk in order, by id unless told otherwise; throws as `resolvePage` does. */
export const resolveWalk = (
  declaration: AnyDeclaration,
  where: readonly Condition[],
  sort: string = 'id',
): ResolvedQuery => {
  const parts = sortOut(declaration, where);
  const along = parts.equals.some((part) => part.key === sort) ? 'id' : sort;
  const choice = chooseIndex(declaration, { parts, along, ordered: true });
  if (choice === null || (parts.limited !== null && parts.limited.key !== along)) {
    return refuse(declaration, where, sort);
  }
  return { ...choice, equals: parts.equals, sort: along, limit: limitOf(parts), multi: parts.multi };
};

/** Counting needs no order, so the conditions may be the beginning of a longer index. Counts of all walks add up. */
export const resolveCount = (declaration: AnyDeclaration, where: readonly Condition[]): readonly ResolvedQuery[] => {
  const limits = where.filter(({ key, ...rest }) => !('eq' in rest) && !multiKeyNames(declaration).includes(key));
  const whole = limits.length > 1 ? null : countWalk(declaration, where);
  if (whole !== null) return [whole];
  return spread(
    where,
    () => true,
    (each) => countWalk(declaration, each) ?? refuse(declaration, where, 'any key'),
  );
};

const countWalk = (declaration: AnyDeclaration, where: readonly Condition[]): ResolvedQuery | null => {
  const parts = sortOut(declaration, where);
  const along = parts.limited?.key ?? 'id';
  const ordered = along === 'id' && parts.limited !== null;
  const choice = chooseIndex(declaration, { parts, along, ordered });
  return choice && { ...choice, equals: parts.equals, sort: along, limit: limitOf(parts), multi: parts.multi };
};

/** One for each value of the first list that is to be spread, and so on; a list without values is checked all the same. */
const spread = (
  where: readonly Condition[],
  isSpread: (condition: Condition) => boolean,
  resolve: (where: readonly Condition[]) => ResolvedQuery,
): readonly ResolvedQuery[] => {
  const list = where.find((condition) => 'in' in condition && isSpread(condition));
  if (list === undefined || !('in' in list)) return [resolve(where)];
  const walksOf = (eq: Key) =>
    spread(
      where.map((condition) => (condition === list ? { key: list.key, eq } : condition)),
      isSpread,
      resolve,
    );
  const walks = [...new Set(list.in)].flatMap(walksOf);
  if (walks.length === 0) walksOf('');
  return walks;
};

const limitOf = (parts: SortedOut): SortLimit => parts.limited?.limit ?? { kind: 'none' };

/** The fixed keys must come first, in any order, then the key to walk along, and for an ordered walk then the id. */
const chooseIndex = (
  declaration: AnyDeclaration,
  { parts, along, ordered }: { readonly parts: SortedOut; readonly along: string; readonly ordered: boolean },
): Pick<ResolvedQuery, 'index' | 'unique' | 'partial'> | null => {
  const fixed = parts.equals.map((part) => part.key);
  const wanted = along === 'id' ? fixed : [...fixed, along];
  if (wanted.length === 0) return { index: [], unique: false, partial: false };
  const compared = [...fixed, parts.limited?.key];
  const index = indexesOf(declaration).find(
    (keys) =>
      (!isPartialIndex(declaration, keys) || compared.includes(keys[0])) &&
      fixed.every((key) => keys.slice(0, fixed.length).includes(key)) &&
      wanted.slice(fixed.length).every((key) => keys[fixed.length] === key) &&
      (keys.length === wanted.length || !ordered),
  );
  if (index !== undefined) return { index, unique: false, partial: isPartialIndex(declaration, index) };
  const isUnique = fixed.length === 1 && wanted.length === 1 && uniqueKeys(declaration).includes(wanted[0] ?? '');
  return isUnique ? { index: wanted, unique: true, partial: false } : null;
};

interface SortedOut {
  readonly equals: readonly { readonly key: string; readonly value: Key }[];
  readonly limited: { readonly key: string; readonly limit: SortLimit } | null;
  readonly multi: readonly MultiCondition[];
}

const sortOut = (declaration: AnyDeclaration, where: readonly Condition[]): SortedOut => {
  const isMulti = (condition: Condition): boolean => multiKeyNames(declaration).includes(condition.key);
  const scalar = where.filter((condition) => !isMulti(condition));
  if (new Set(scalar.map((condition) => condition.key)).size < scalar.length) refuse(declaration, where, 'id');
  const equals = scalar.flatMap((condition) => ('eq' in condition ? [equalPart(declaration, condition)] : []));
  const limited = scalar.flatMap((condition) => ('eq' in condition ? [] : [limitPart(declaration, condition)]));
  if (limited.length > 1) refuse(declaration, where, 'id');
  return {
    equals,
    limited: limited[0] ?? null,
    multi: where.filter(isMulti).map((condition) => multiPart(declaration, condition)),
  };
};

const equalPart = (
  declaration: AnyDeclaration,
  { key, eq }: { readonly key: string; readonly eq: Key },
): { readonly key: string; readonly value: Key } => {
  if (!Object.hasOwn(declaration.keys, key)) throw new Error(`${declaration.name} has no key ${key}`);
  const value = keyValue(eq, key);
  if (value === null) throw new Error(`${declaration.name}: nothing equals an absent ${key}`);
  return { key, value };
};

const limitPart = (
  declaration: AnyDeclaration,
  condition: Condition,
): { readonly key: string; readonly limit: SortLimit } => {
  const { key } = condition;
  const declared = Object.hasOwn(declaration.keys, key);
  if ('prefix' in condition && (declared || key === 'id')) {
    return { key, limit: { kind: 'prefix', prefix: keyText(condition.prefix) } };
  }
  if ('in' in condition && declared) {
    const values = condition.in.map((value) => keyValue(value, key)).filter((value) => value !== null);
    return { key, limit: { kind: 'in', values: [...new Set(values)] } };
  }
  throw new Error(`${declaration.name} cannot be asked ${Object.keys(condition).join(' ')} of ${key}`);
};

const multiPart = (declaration: AnyDeclaration, condition: Condition): MultiCondition => {
  const { key } = condition;
  if ('has' in condition) return { key, kind: 'has', value: keyText(condition.has) };
  if ('prefix' in condition) return { key, kind: 'prefix', value: keyText(condition.prefix) };
  throw new Error(`${declaration.name}: ${key} has many values and answers only has and prefix`);
};

const refuse = (declaration: AnyDeclaration, where: readonly Condition[], sort: string): never => {
  const asked = where.map((condition) => `${condition.key} ${Object.keys(condition)[1] ?? ''}`).join(', ');
  throw new Error(`no index of ${declaration.name} answers: ${asked || 'all'}, by ${sort}. Declare one.`);
};
