import { RequestError, StaleRevision } from '../../domain/errors.ts';
import type { ImportDesk, ImportStep } from './importDesk.ts';
import { planBrand } from './planBrand.ts';
import { planFields } from './planFields.ts';
import { planImages } from './planImages.ts';
import { planRules } from './planRules.ts';
import { planSignatures } from './planSignatures.ts';
import { refused, type ImportItem, type Refusal } from './transferred.ts';

/** What a file would do here, item by item in the order in which it would be done. Stores nothing. */
export const previewImport = async (at: ImportDesk): Promise<readonly ImportItem[]> => [
  ...(await plan(at)).map(({ item }) => item),
  ...at.file.refused,
];

/**
 * Brings in what is new or changed, of what is named. Each item is done for itself: where one fails the others are done
 * all the same, and the same file can be brought in again.
 */
export const importSignatures = async (
  at: ImportDesk,
  take: readonly string[] | null,
): Promise<readonly ImportItem[]> => {
  const done: ImportItem[] = [];
  for (const step of await plan(at)) {
    if (take === null || take.includes(step.item.key)) done.push(await carryOut(step));
  }
  return [...done, ...at.file.refused];
};

const plan = async (at: ImportDesk): Promise<readonly ImportStep[]> => {
  const { steps: images, translate } = await planImages(at);
  const brand = await planBrand(at, translate(at.file.brand));
  const fields = await planFields(at);
  const signatures = await planSignatures(at, translate(at.file.signatures));
  return [...images, ...brand, ...fields, ...signatures, ...(await planRules(at, fields))];
};

const carryOut = async ({ item, apply }: ImportStep): Promise<ImportItem> => {
  if (item.action === 'same' || item.action === 'refused') return item;
  try {
    await apply();
    return item;
  } catch (error) {
    return refused(item, reasonOf(error));
  }
};

const reasonOf = (error: unknown): Refusal => {
  if (error instanceof RequestError) return error;
  if (!(error instanceof StaleRevision)) throw error;
  return { code: 'changed-meanwhile', message: 'Somebody else changed this at the same moment. Import it again.' };
};
