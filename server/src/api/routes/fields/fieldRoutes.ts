import type { RemoveFieldQuery } from '../../../contract/signatures/fields.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { customKey } from '../../../domain/fields/fieldSettings.ts';
import { pathOf } from '../../../domain/fields/paths/pathOf.ts';
import { describeFields } from '../../../signatures/fields/describeFields.ts';
import { previewField } from '../../../signatures/fields/previewField.ts';
import { deletedThatUse, readFieldUses } from '../../../signatures/fields/readFieldUses.ts';
import { saveFields } from '../../../signatures/fields/saveFields.ts';
import { removeField } from '../../../sync/teammates/removeField.ts';
import type { Actor, ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { saveOver } from '../../requests/saveOver.ts';

const message = 'Somebody else changed the fields meanwhile. Reload them and make your change again.';

export const mountFieldRoutes = (mount: Mount, { repositories, leases, clock }: ApiOptions): void => {
  mount(endpoints.getSmartFields, ({ actor }) => describeFields(repositories, actor.tenantId));

  mount(endpoints.putSmartFields, async ({ actor: { tenantId }, body }) => {
    const save = async () => {
      await saveFields(repositories, tenantId, body);
      return body.revision + 1;
    };
    await saveOver(save, message);
    return describeFields(repositories, tenantId);
  });

  mount(endpoints.previewSmartField, ({ actor, body }) => previewField(repositories, actor.tenantId, body));

  const remove = async ({ tenantId, displayName }: Actor, key: string, query: RemoveFieldQuery): Promise<undefined> => {
    const uses = (await readFieldUses(repositories, tenantId))(pathOf(key));
    const published = uses.signatures.filter(({ isPublished }) => isPublished);
    const usedIn = [...published.map(({ name }) => name), ...uses.rules];
    const usedInDeleted = await deletedThatUse({ repositories, clock }, tenantId, pathOf(key));
    const removal = { tenantId, key, ...query, by: displayName, usedIn, usedInDeleted };
    await removeField({ repositories, leases, clock }, removal);
    return undefined;
  };
  mount(endpoints.removeSmartField, ({ actor, params, query }) => remove(actor, customKey(params.key), query));
  mount(endpoints.releaseSmartField, ({ actor, params, query }) => remove(actor, params.attribute, query));
};
