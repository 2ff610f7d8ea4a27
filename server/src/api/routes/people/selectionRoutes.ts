import { endpoints } from '../../../contract/endpoints.ts';
import { emptySelection } from '../../../domain/scope/selection.ts';
import { estimateScope } from '../../../sync/scope/estimateScope.ts';
import { saveSelection } from '../../../sync/scope/saveSelection.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { presentEstimate } from '../../present/presentEstimate.ts';
import { presentSelection } from '../../present/presentSelection.ts';
import { openConnectedDirectory } from '../../tenantConnection.ts';

export const mountSelectionRoutes = (mount: Mount, options: ApiOptions): void => {
  const { selections } = options.repositories;

  mount(endpoints.getSelection, async ({ actor }) => {
    const found = await selections.get(actor.tenantId);
    return { selection: presentSelection(found?.value ?? emptySelection), revision: found?.revision ?? 0 };
  });

  mount(endpoints.putSelection, async ({ actor, body }) => {
    const directory = await openConnectedDirectory(options, actor.tenantId);
    const saved = await saveSelection({ selections, directory }, { tenantId: actor.tenantId, ...body });
    return { selection: presentSelection(saved.selection), revision: saved.revision };
  });

  mount(endpoints.estimateSelection, async ({ actor, body, response }) => {
    const { selection, cursor, limit } = body;
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const order = { tenantId: actor.tenantId, selection, limit, after: cursor ?? null, signal: leaving.signal };
    return presentEstimate(await estimateScope(options.repositories, order));
  });
};
