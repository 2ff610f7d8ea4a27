import { endpoints } from '../../../contract/endpoints.ts';
import { signatureDesignSchema } from '../../../contract/signatures/signatures.ts';
import { restorableTo } from '../../../domain/design/restorableSince.ts';
import type { Signature } from '../../../domain/design/signature.ts';
import { RequestError } from '../../../domain/errors.ts';
import type { DeletedSignature } from '../../../ports/repositories/signatureRepositories.ts';
import type { Versioned } from '../../../ports/versioned.ts';
import { changeSignature } from '../../../signatures/designs/changeSignature.ts';
import { createSignature } from '../../../signatures/designs/createSignature.ts';
import { listRestorable } from '../../../signatures/designs/findDeleted.ts';
import { findSignature } from '../../../signatures/designs/findSignature.ts';
import { keepPublished, publishSignature, unpublishSignature } from '../../../signatures/designs/publishSignature.ts';
import { bringBackSignature, removeSignature } from '../../../signatures/designs/removeSignature.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { presentSignature, presentSignatureSummary } from '../../present/presentSignature.ts';

export const mountSignatureRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories } = options;
  const present = async (tenantId: string, signature: Versioned<Signature>) =>
    presentSignature(signature, (await repositories.assignments.get(tenantId)).value);

  mount(endpoints.listSignatures, async ({ actor: { tenantId } }) => {
    const { value: rules } = await repositories.assignments.get(tenantId);
    const found = await repositories.signatures.list(tenantId);
    return { items: found.map(({ value }) => presentSignatureSummary(value, rules)) };
  });

  mount(endpoints.listDeletedSignatures, async ({ actor: { tenantId } }) => {
    const found = await listRestorable(options, tenantId);
    return { items: found.map(presentDeleted) };
  });

  mount(endpoints.createSignature, async ({ actor, body }) =>
    present(actor.tenantId, await createSignature(options, actor, body)),
  );

  mount(endpoints.getSignature, async ({ actor: { tenantId }, params }) =>
    present(tenantId, await findSignature(repositories, tenantId, params.id)),
  );

  mount(endpoints.putSignature, async ({ actor, params: { id }, body: { name, draft, revision } }) =>
    present(actor.tenantId, await changeSignature(options, actor, { id, revision, change: () => ({ name, draft }) })),
  );

  mount(endpoints.deleteSignature, async ({ actor: { tenantId }, params }) => {
    await removeSignature(options, tenantId, params.id);
    return undefined;
  });

  mount(endpoints.undeleteSignature, async ({ actor: { tenantId }, params }) =>
    present(tenantId, await bringBackSignature(options, tenantId, params.id)),
  );

  mount(endpoints.duplicateSignature, async ({ actor, params }) => {
    const { value } = await findSignature(repositories, actor.tenantId, params.id);
    // The pane offers to rename it at once; the name only has to differ.
    const name = `${value.name.slice(0, 110)} (2)`;
    return present(actor.tenantId, await createSignature(options, actor, { name, design: value.draft }));
  });

  mountPublishing(mount, options, present);
};

const presentDeleted = ({ value: { id, name }, deletedAt }: DeletedSignature) => ({
  ...{ id, name, deletedAt },
  restorableUntil: restorableTo(deletedAt),
});

const mountPublishing = (
  mount: Mount,
  options: ApiOptions,
  present: (tenantId: string, signature: Versioned<Signature>) => Promise<ReturnType<typeof presentSignature>>,
): void => {
  const { repositories } = options;

  mount(endpoints.publishSignature, async ({ actor, params: { id }, body: { revision } }) =>
    present(actor.tenantId, await publishSignature(options, actor, { id, revision })),
  );

  mount(endpoints.unpublishSignature, async ({ actor, params: { id }, body: { revision } }) =>
    present(actor.tenantId, await unpublishSignature(options, actor, { id, revision })),
  );

  mount(endpoints.signatureVersions, async ({ actor: { tenantId }, params }) => {
    const items = await keepPublished(repositories, tenantId, params.id);
    return { items: items.map(({ version, name, at, by }) => ({ version, name, at, by })) };
  });

  mount(endpoints.signatureVersion, async ({ actor: { tenantId }, params: { id, version } }) => {
    await keepPublished(repositories, tenantId, id);
    const found = await repositories.signatures.getVersion(tenantId, id, version);
    if (found === null) throw new RequestError(404, 'not-found', 'There is no such version of this signature.');
    const { name, at, by } = found;
    return { version, name, at, by, design: signatureDesignSchema.parse(found.design) };
  });
};
