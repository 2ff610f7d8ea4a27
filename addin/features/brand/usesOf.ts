import type { SignatureDesign } from '../../../server/src/contract/signatures/signatures.ts';

export interface NamedDesign {
  readonly name: string;
  readonly design: SignatureDesign;
}

/** Names of the designs that show an image. The id is a hash: where it stands in a design, it means that image. */
export const usesOf = (imageId: string, designs: readonly NamedDesign[]): readonly string[] =>
  designs.filter(({ design }) => JSON.stringify(design).includes(imageId)).map(({ name }) => name);
