import type { ObjectKind } from '../../directory/model.ts';
import type { GraphCall } from '../graphCall.ts';
import { GraphError, badRequest } from '../graphError.ts';
import { KINDS, derivedType, mayRead, mayReadProperty, odataTypeOf, shownValue } from '../objects/objectKinds.ts';
import type { DirectoryObject } from '../objects/objectKinds.ts';
import { defaultNames, rowOf } from '../objects/propertyTable.ts';
import type { QueryOptions } from './queryOptions.ts';
import { splitOutside } from './queryOptions.ts';

/** @throws GraphError 400 for a property that exists on none of the kinds, as Graph answers a misspelt $select. */
export function selectedNames(
  options: QueryOptions,
  kinds: readonly ObjectKind[],
  single = false,
): string[] | undefined {
  const select = options.get('select');
  if (select === undefined) return undefined;
  const names = [...new Set(splitOutside(select))];
  for (const name of names) {
    const row = kinds.map((kind) => rowOf(KINDS[kind].table, name)).find((found) => found !== undefined);
    if (!row) {
      const type =
        kinds.length === 1 && kinds[0] ? KINDS[kinds[0]].odataType.slice(1) : 'microsoft.graph.directoryObject';
      throw badRequest(`Could not find a property named '${name}' on type '${type}'.`);
    }
    if (row.singleOnly && !single) {
      throw new GraphError(
        501,
        'NotImplemented',
        `This operation target is not yet supported: '${name}' cannot be read in a list.`,
      );
    }
  }
  return names;
}

export type Present = (kind: ObjectKind, object: DirectoryObject) => Record<string, unknown>;

/** Makes the function that shows objects: what may be seen is decided once, not per object. */
export function presenter(call: GraphCall, names: string[] | undefined, typed: boolean): Present {
  const shown: Record<ObjectKind, string[] | undefined> = {
    user: shownNames(call, 'user', names),
    group: shownNames(call, 'group', names),
    unit: shownNames(call, 'unit', names),
  };
  return (kind, object) => {
    const properties = shown[kind];
    // Without the right to read this type Graph answers 200 with an empty shell.
    if (!properties) return { '@odata.type': odataTypeOf(kind, object), id: object.id };
    const result: Record<string, unknown> = typed ? { '@odata.type': odataTypeOf(kind, object) } : derivedType(object);
    for (const name of properties) result[name] = shownValue(kind, object, name);
    return result;
  };
}

function shownNames(call: GraphCall, kind: ObjectKind, names: string[] | undefined): string[] | undefined {
  if (!mayRead(call, kind)) return undefined;
  const wanted = names ?? defaultNames(KINDS[kind].table);
  return wanted.filter((name) => rowOf(KINDS[kind].table, name) && mayReadProperty(call, kind, name));
}
