import type { QueryOptions } from './query/queryOptions.ts';

/** https://learn.microsoft.com/en-us/graph/throttling-limits#identity-and-access-service-limits */
export function resourceUnits(base: number, options: QueryOptions): number {
  const top = options.get('top');
  const select = options.has('select') ? 1 : 0;
  const expand = options.has('expand') ? 1 : 0;
  const small = top !== undefined && Number(top) < 20 ? 1 : 0;
  return Math.max(1, base - select + expand - small);
}
