import type { Signature } from '../../domain/design/signature.ts';
import type { Versioned } from '../../ports/versioned.ts';
import { changeSignature } from '../designs/changeSignature.ts';
import { createSignature, refuseTooMany } from '../designs/createSignature.ts';
import { restorableSince } from '../../domain/design/restorableSince.ts';
import { findDeleted } from '../designs/findDeleted.ts';
import { keepVersion } from '../designs/publishSignature.ts';
import type { SignatureActor, SignatureDesk } from '../signatureDesk.ts';
import type { ImportDesk, ImportStep } from './importDesk.ts';
import { decided, isSameValue, type TransferredSignature } from './transferred.ts';

/** Into the draft alone: what people get stays as it is until somebody publishes. */
export const planSignatures = async (
  { desk, actor }: ImportDesk,
  signatures: readonly TransferredSignature[],
): Promise<readonly ImportStep[]> => {
  const found = await desk.repositories.signatures.list(actor.tenantId);
  const known = new Map(found.map(({ value }) => [value.id, value]));
  return signatures.map((signature) => {
    const { id, name, design } = signature;
    const item = { key: `signature/${id}`, kind: 'signature' as const, name };
    const apply = async () => {
      const isHere = (await desk.repositories.signatures.get(actor.tenantId, id)) !== null;
      if (isHere) return changeSignature(desk, actor, { id, change: () => ({ name, draft: design }) });
      return (await bringBackAsDraft(desk, actor, signature)) ?? createSignature(desk, actor, signature);
    };
    return { item: decided(item, actionOn(known.get(id), signature)), apply };
  });
};

const actionOn = (known: Signature | undefined, { name, design }: TransferredSignature) => {
  if (known === undefined) return 'new';
  return known.name === name && isSameValue(known.draft, design) ? 'same' : 'changed';
};

/**
 * One that was deleted, with its versions and what is new, in one write: as it was published it would reach everybody
 * at once. Null where none can be brought back; then nothing of it stands in the way of a new one.
 */
const bringBackAsDraft = async (
  desk: SignatureDesk,
  { tenantId, displayName }: SignatureActor,
  { id, name, design }: TransferredSignature,
): Promise<Versioned<Signature> | null> => {
  const { repositories, clock } = desk;
  const deleted = await findDeleted(desk, tenantId, id);
  if (deleted === null) {
    while ((await repositories.signatures.purge(tenantId, restorableSince(clock.now()))) > 0);
    return null;
  }
  await refuseTooMany(repositories.signatures, tenantId);
  await keepVersion(repositories, tenantId, deleted.value);
  const stamp = { updatedAt: clock.now().toISOString(), updatedBy: displayName };
  const draft: Signature = { ...deleted.value, ...stamp, name, draft: design, published: null };
  return repositories.signatures.save(tenantId, draft, deleted.revision);
};
