import type { z } from 'zod';
import type { endpoints } from '../../../server/src/contract/endpoints.ts';

type Declared = (typeof endpoints)[keyof typeof endpoints];

/** `/api/runs/{id}/changes` as it looks with something in place of the names. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

type Asked<Method extends Declared['method']> = Filled<Extract<Declared, { method: Method }>['path']>;

/**
 * An address of the API, made from the contract: one that no route has, or not for this method, does not compile.
 */
export type ApiPath<Method extends string> =
  Lowercase<Method> extends Declared['method'] ? Asked<Lowercase<Method>> : never;

type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

type RouteOf<Path, Route> = Route extends Declared
  ? Same<Filled<Route['path']>, Path> extends true
    ? Route
    : never
  : never;

type ResponseOf<Route> = Route extends { response: infer Schema extends z.ZodType } ? z.output<Schema> : never;

/** What the route behind an address answers, by the contract that the server's handlers are held to as well. */
export type ApiAnswer<Path, Method extends string> = Path extends unknown
  ? ResponseOf<RouteOf<Path, Extract<Declared, { method: Lowercase<Method> }>>>
  : never;

type Unchanged<Value> = Value extends object ? { readonly [Key in keyof Value]: Unchanged<Value[Key]> } : Value;

type BodyOf<Route> = Route extends { body: infer Schema extends z.ZodType } ? Unchanged<z.input<Schema>> : never;

/** What the route behind an address takes, by the same contract. */
export type ApiBody<Path, Method extends string> = Path extends unknown
  ? BodyOf<RouteOf<Path, Extract<Declared, { method: Lowercase<Method> }>>>
  : never;
