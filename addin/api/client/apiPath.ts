import type { endpoints } from '../../../server/src/contract/endpoints.ts';

type Declared = (typeof endpoints)[keyof typeof endpoints];

/** `/api/runs/{id}/changes` as it looks with something in place of the names. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

type Asked<Method extends Declared['method']> = Filled<Extract<Declared, { method: Method }>['path']>;

/**
 * An address of the API, made from the contract: one that no route has, or not for this method, does not compile. What comes in
 * an answer is checked against the contract's own schemas.
 */
export type ApiPath<Method extends string> =
  Lowercase<Method> extends Declared['method'] ? Asked<Lowercase<Method>> : never;
