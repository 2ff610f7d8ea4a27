import type { Assignments } from '../../domain/assignment/assignment.ts';
import type { StoredImage } from '../../domain/design/image.ts';
import type { Brand, Signature, SignatureVersion } from '../../domain/design/signature.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { foldText } from '../../domain/teammate/foldText.ts';
import type { CollectionDeclaration } from '../collection.ts';
import type { AnyDeclaration } from './declaration.ts';
import { onlyId } from '../keys/onlyId.ts';

export interface StoredSignature extends Signature {
  /** Set while it can still be brought back. */
  readonly deletedAt: string | null;
}

/** The signatures of a tenant, those deleted lately too. */
export const signatures: CollectionDeclaration<StoredSignature> = {
  name: 'signatures',
  id: (signature) => signature.id,
  keys: {
    name: (signature) => foldText(signature.name),
    listed: (signature) => (signature.deletedAt === null ? 'yes' : null),
    deletedAt: (signature) => signature.deletedAt,
  },
  indexes: [['listed', 'name'], ['deletedAt']],
};

/** Numbers of one length, so that ids sort as the numbers do. */
export const versionId = (signatureId: string, version: number): string =>
  `${signatureId}/${String(version).padStart(9, '0')}`;

/** What was published of each signature. */
export const signatureVersions: CollectionDeclaration<SignatureVersion> = {
  name: 'signatureVersions',
  id: ({ signatureId, version }) => versionId(signatureId, version),
  keys: {},
};

/** Who gets which signature. */
export const assignments: CollectionDeclaration<Assignments> = { name: 'assignments', id: () => onlyId, keys: {} };

/** Colours, fonts and logo of a tenant. */
export const brands: CollectionDeclaration<Brand> = { name: 'brands', id: () => onlyId, keys: {} };

/** What a tenant decided about its smart fields. */
export const fieldSettings: CollectionDeclaration<FieldSettings> = {
  name: 'fieldSettings',
  id: () => onlyId,
  keys: {},
};

/** What is known about uploaded images. */
export const images: CollectionDeclaration<StoredImage> = {
  name: 'images',
  id: (image) => image.id,
  keys: { addedAt: (image) => image.addedAt },
  indexes: [['addedAt']],
};

export interface ImageContent {
  readonly id: string;
  /** Base64. */
  readonly content: string;
}

/** The bytes of uploaded images. */
export const imageContents: CollectionDeclaration<ImageContent> = {
  name: 'imageContents',
  id: (image) => image.id,
  keys: {},
};

/** Everything an engine must be opened with to keep signatures. */
export const signatureDeclarations: readonly AnyDeclaration[] = [
  signatures,
  signatureVersions,
  assignments,
  brands,
  fieldSettings,
  images,
  imageContents,
];
