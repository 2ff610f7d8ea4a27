import { endpoints } from '../../../contract/endpoints.ts';
import { signaturesFileSchema, versionOf, type ImportReport } from '../../../contract/signatures/signaturesFile.ts';
import { exportSignatures } from '../../../signatures/transfer/exportSignatures.ts';
import { importSignatures, previewImport } from '../../../signatures/transfer/importSignatures.ts';
import type { ImportItem, Transferred } from '../../../signatures/transfer/transferred.ts';
import type { Actor, ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { openQueue } from '../../requests/openQueue.ts';
import { readSignaturesFile } from '../../requests/readSignaturesFile.ts';

/** Each holds a file of megabytes meanwhile. */
const mostWaiting = 4;

/** Signatures and all that belongs to them, out as one file and in again. */
export const mountTransferRoutes = (mount: Mount, options: ApiOptions): void => {
  mount(endpoints.exportSignatures, async ({ actor: { tenantId } }) => {
    const exported = await exportSignatures(options, tenantId);
    return signaturesFileSchema.parse({
      format: 'undersign-signatures',
      version: versionOf(exported.assignments?.rules ?? []),
      ...exported,
    });
  });

  const takeTurn = openQueue(mostWaiting);
  const deskOf = (actor: Actor) => ({ desk: options, actor, mayChangeFields: actor.role === 'admin' });
  mount(endpoints.previewImport, ({ actor, body, response }) =>
    takeTurn({ tenantId: actor.tenantId, response }, async (gone) => {
      const file = readSignaturesFile(body.file);
      return present(file, actor, await previewImport({ ...deskOf(actor), file, gone }));
    }),
  );

  mount(endpoints.importSignatures, ({ actor, body, response }) =>
    takeTurn({ tenantId: actor.tenantId, response }, async (gone) => {
      const file = readSignaturesFile(body.file);
      return present(file, actor, await importSignatures({ ...deskOf(actor), file, gone }, body.take));
    }),
  );
};

const present = ({ exportedAt, tenantId }: Transferred, actor: Actor, items: readonly ImportItem[]): ImportReport => ({
  exportedAt,
  isOfThisTenant: tenantId === actor.tenantId,
  items: items.map(({ reason, ...item }) => ({
    ...item,
    reason: reason === null ? null : { code: reason.code, message: reason.message },
  })),
});
