import type { GraphCall, GraphReply } from '../graphCall.ts';
import { stableId } from '../../seed/stableId.ts';

/** https://learn.microsoft.com/en-us/graph/api/directoryobject-getavailableextensionproperties */
export function answerExtensions(call: GraphCall): GraphReply {
  const { isSyncedFromOnPremises: asked } = (call.body ?? {}) as { isSyncedFromOnPremises?: unknown };
  const value = call.world.directory.extensions
    .filter(({ isSyncedFromOnPremises }) => asked === undefined || asked === isSyncedFromOnPremises)
    .map((extension) => ({
      '@odata.type': '#microsoft.graph.extensionProperty',
      id: stableId(`extension/${extension.name}`),
      deletedDateTime: null,
      ...extension,
    }));
  return {
    status: 200,
    body: { '@odata.context': `${call.world.base}/$metadata#Collection(extensionProperty)`, value },
  };
}
