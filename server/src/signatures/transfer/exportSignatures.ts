import { imagesShownBy } from '../images/imagesShownBy.ts';
import type { SignatureDesk } from '../signatureDesk.ts';
import type { TransferredSignature } from './transferred.ts';
import type { Assignments } from '../../domain/assignment/assignment.ts';
import type { Brand } from '../../domain/design/signature.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';

export interface ExportedSignatures {
  readonly exportedAt: string;
  readonly tenantId: string;
  readonly signatures: readonly TransferredSignature[];
  readonly assignments: Assignments;
  readonly brand: Brand;
  readonly fields: FieldSettings;
  /** Content in base64. */
  readonly images: readonly { readonly id: string; readonly name: string; readonly content: string }[];
}

/** Everything of a tenant's signatures that makes sense elsewhere: drafts, rules, brand, fields, images. No person. */
export const exportSignatures = async (
  { repositories, clock }: SignatureDesk,
  tenantId: string,
): Promise<ExportedSignatures> => {
  const [listed, assignments, brand, fields] = await Promise.all([
    repositories.signatures.list(tenantId),
    repositories.assignments.get(tenantId),
    repositories.brands.get(tenantId),
    repositories.fieldSettings.get(tenantId),
  ]);
  const signatures = listed.map(({ value: { id, name, draft } }) => ({ id, name, design: draft }));
  const { logo } = brand.value;
  const shown = [...imagesShownBy(signatures.map(({ design }) => design)), ...(logo === null ? [] : [logo])];
  const images = await repositories.images.getMany(tenantId, [...new Set(shown)]);
  return {
    exportedAt: clock.now().toISOString(),
    tenantId,
    signatures,
    assignments: assignments.value,
    brand: brand.value,
    fields: fields.value,
    images: await Promise.all(
      images.map(async ({ id, name }) => {
        const content = (await repositories.images.content(tenantId, id))?.toString('base64') ?? '';
        return { id, name, content };
      }),
    ),
  };
};
