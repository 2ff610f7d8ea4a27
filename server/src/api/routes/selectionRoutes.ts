import { endpoints } from '../../contract/endpoints.ts';
import { emptySelection } from '../../domain/scope/selection.ts';
import { saveSelection } from '../../sync/saveSelection.ts';
import type { ApiOptions } from '../apiOptions.ts';
import type { Mount } from '../mountEndpoint.ts';
import { presentSelection } from '../present/presentSelection.ts';
import { openConnectedDirectory } from '../tenantConnection.ts';

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
};
