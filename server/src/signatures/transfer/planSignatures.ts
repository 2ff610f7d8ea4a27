import type { Signature } from '../../domain/design/signature.ts';
import { changeSignature } from '../designs/changeSignature.ts';
import { createSignature } from '../designs/createSignature.ts';
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
      const { signatures: kept } = desk.repositories;
      const isHere = (await kept.get(actor.tenantId, id)) ?? (await kept.bringBack(actor.tenantId, id));
      if (isHere === null) return createSignature(desk, actor, signature);
      return changeSignature(desk, actor, { id, change: () => ({ name, draft: design }) });
    };
    return { item: decided(item, actionOn(known.get(id), signature)), apply };
  });
};

const actionOn = (known: Signature | undefined, { name, design }: TransferredSignature) => {
  if (known === undefined) return 'new';
  return known.name === name && isSameValue(known.draft, design) ? 'same' : 'changed';
};
