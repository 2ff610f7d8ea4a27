import type { GraphCall, GraphReply } from './graphCall.ts';

type Handler = (call: GraphCall, parameters: readonly string[]) => GraphReply | Promise<GraphReply>;

export interface Route {
  method: string;
  path: string;
  pattern: RegExp;
  /** Any one of them is enough; undefined when the answer itself decides. */
  permissions: readonly string[] | undefined;
  answer: Handler;
}

/** Reads, unless the path has a method in front: `POST /subscriptions`. */
export function route(name: string, permissions: readonly string[] | undefined, answer: Handler): Route {
  const [path = '', method = 'GET'] = name.split(' ').reverse();
  const source = path
    .replaceAll('$', '\\$')
    .replaceAll('.', '\\.')
    .replaceAll(/\{\w+\}/g, '([^/]+)');
  return { method, path, pattern: new RegExp(`^${source}$`), permissions, answer };
}
