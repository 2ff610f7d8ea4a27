import type { ObjectKind } from '../../directory/model.ts';
import { expander } from '../query/expandManager.ts';
import type { GraphCall, GraphReply } from '../graphCall.ts';
import { notFound } from '../graphError.ts';
import type { DirectoryObject } from './objectKinds.ts';
import { parseQuery } from '../query/queryOptions.ts';
import { presenter, selectedNames } from '../query/selection.ts';

/** One object; `typed` for those reached through a relationship such as manager. */
export function answerSingle(
  call: GraphCall,
  kind: ObjectKind,
  of: { object: DirectoryObject | undefined; id: string; context: string; typed?: boolean },
): GraphReply {
  const options = parseQuery(call.query, ['select', 'expand']);
  const names = selectedNames(options, [kind], true);
  const expand = kind === 'user' ? expander(call, options) : undefined;
  if (!of.object) throw notFound(of.id);
  const shown = presenter(call, names, of.typed ?? false)(kind, of.object);
  expand?.(of.object, shown);
  return {
    status: 200,
    headers: { 'x-ms-resource-unit': '1' },
    body: { '@odata.context': `${call.world.base}/$metadata#${of.context}/$entity`, ...shown },
  };
}
