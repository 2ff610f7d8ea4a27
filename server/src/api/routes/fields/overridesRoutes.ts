import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import { asAsked } from '../../../domain/fields/overrides/hidden.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import { setManyOverrides } from '../../../sync/overrides/setManyOverrides.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { sendCsv } from '../../export/sendCsv.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { planOverrides } from '../../overridesFile/planOverrides.ts';
import { templateHeads } from '../../overridesFile/readColumns.ts';
import { overridesRevision } from '../../teammates/overridesRevision.ts';

/** Values set by hand for many people at once, from a list or from a file. */
export const mountOverridesRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories, leases, clock } = options;

  mount(endpoints.setManyOverrides, async ({ actor: { tenantId, displayName: by }, body }) => {
    const people = body.people.map(({ id, overrides, overridesRevision: seen }) => ({
      id,
      overrides,
      isSeen: (teammate: Teammate) => seen === undefined || overridesRevision(teammate) === seen,
    }));
    const order = { tenantId, people, until: body.until, by };
    const done = await setManyOverrides({ repositories, leases, clock }, order);
    const items = done.map(({ changes, ...told }) => ({
      ...told,
      changes: changes.map((change) => ({ ...change, old: asAsked(change.old), new: asAsked(change.new) })),
    }));
    return { items };
  });

  mount(endpoints.overridesTemplate, async ({ actor, query: { language }, response }) => {
    const settings = (await repositories.fieldSettings.get(actor.tenantId)).value;
    return sendCsv(response, { name: 'values', heads: templateHeads(settings, language), language, pages: nothing() });
  });

  mount(endpoints.previewOverridesFile, async ({ actor, request }) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) throw new RequestError(400, 'invalid-request', 'Send the bytes of one CSV file.');
    return planOverrides(options, actor.tenantId, bytes);
  });
};

async function* nothing(): AsyncGenerator<string> {
  // A template has no lines.
}
