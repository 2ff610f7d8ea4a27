import type { DirectoryUser } from '../../directory/model.ts';
import type { GraphCall } from '../graphCall.ts';
import { badRequest } from '../graphError.ts';
import type { DirectoryObject } from '../objects/objectKinds.ts';
import { parseQuery } from './queryOptions.ts';
import type { QueryOptions } from './queryOptions.ts';
import { presenter, selectedNames } from './selection.ts';

export type Expand = (object: DirectoryObject, shown: Record<string, unknown>) => void;

/** `$expand=manager` and `$expand=manager($select=…)`; other relations are not simulated. */
export function expander(call: GraphCall, options: QueryOptions): Expand | undefined {
  const expand = options.get('expand');
  if (expand === undefined) return undefined;
  const [, inner] = /^manager(?:\((.*)\))?$/.exec(expand) ?? [];
  if (!expand.startsWith('manager')) throw badRequest(`The relation '${expand}' cannot be expanded here.`);
  if (expand !== 'manager' && inner === undefined) throw badRequest(`Invalid $expand '${expand}'.`);
  const names = inner ? selectedNames(parseQuery(inner.replaceAll(';', '&'), ['select']), ['user']) : undefined;
  const present = presenter(call, names, true);
  return (object, shown) => {
    const manager = call.world.directory.users.findLive((object as DirectoryUser).managerId ?? '');
    if (manager) shown['manager'] = present('user', manager);
  };
}
