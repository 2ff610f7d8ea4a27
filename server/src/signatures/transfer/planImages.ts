import { RequestError } from '../../domain/errors.ts';
import { addImage, encodeImage } from '../images/addImage.ts';
import type { ImportDesk, ImportStep } from './importDesk.ts';
import { decided, refused, type TransferredImage } from './transferred.ts';

interface PlannedImages {
  readonly steps: readonly ImportStep[];
  /** The same value with the images as they will be called here. */
  readonly translate: <T>(value: T) => T;
}

/** Images are made anew here too, so some are called otherwise than in the file. */
export const planImages = async (at: ImportDesk): Promise<PlannedImages> => {
  const names = new Map<string, string>();
  const steps: ImportStep[] = [];
  for (const image of at.file.images) {
    at.gone.throwIfAborted();
    steps.push(await planImage(at, image, names));
  }
  return {
    steps,
    translate: (value) =>
      JSON.parse(JSON.stringify(value).replace(/\b[0-9a-f]{64}\b/g, (id) => names.get(id) ?? id)) as typeof value,
  };
};

const planImage = async (
  { desk, actor: { tenantId } }: ImportDesk,
  { id, name, bytes }: TransferredImage,
  names: Map<string, string>,
): Promise<ImportStep> => {
  const { images } = desk.repositories;
  const item = { key: `image/${id}`, kind: 'image' as const, name };
  try {
    const isHere = (await images.get(tenantId, id)) !== null;
    const here = isHere ? id : (await encodeImage(desk.imageEncoder, bytes)).id;
    names.set(id, here);
    const isKnown = isHere || (await images.get(tenantId, here)) !== null;
    const apply = () => addImage(desk, tenantId, { bytes, name });
    return { item: decided(item, isKnown ? 'same' : 'new'), apply };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { item: refused(item, error), apply: () => Promise.resolve() };
  }
};
