import type { Assignments } from '../../domain/assignment/assignment.ts';
import type { StoredImage } from '../../domain/design/image.ts';
import type { Brand, Signature, SignatureVersion } from '../../domain/design/signature.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import type { Versioned } from '../versioned.ts';

/** One that is kept for a while after it was deleted. */
export interface DeletedSignature extends Versioned<Signature> {
  readonly deletedAt: string;
}

export interface SignatureRepository {
  /** Null for one that is deleted, too. */
  get(tenantId: string, id: string): Promise<Versioned<Signature> | null>;
  /** By name, at most a thousand. */
  list(tenantId: string): Promise<readonly Versioned<Signature>[]>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. */
  save(tenantId: string, signature: Signature, ifRevision: number): Promise<Versioned<Signature>>;
  /** Saving it again brings it back, until it is purged. Null where there is none. */
  remove(tenantId: string, id: string, at: string): Promise<Signature | null>;
  /** Null where no deleted one is. */
  getDeleted(tenantId: string, id: string): Promise<DeletedSignature | null>;
  /** Those that were deleted at the instant or later, the latest first. */
  listDeleted(tenantId: string, since: string): Promise<readonly DeletedSignature[]>;
  /** Whether any was deleted before the instant. */
  isAnyDeletedBefore(tenantId: string, before: string): Promise<boolean>;
  /** Forgets some of what was deleted before the instant, versions included. Resolves to how many: none when none is left. */
  purge(tenantId: string, before: string): Promise<number>;
  /** Saving the same version again changes nothing. */
  addVersion(tenantId: string, version: SignatureVersion): Promise<void>;
  /** Newest first, the last fifty. */
  versions(tenantId: string, signatureId: string): Promise<readonly SignatureVersion[]>;
  getVersion(tenantId: string, signatureId: string, version: number): Promise<SignatureVersion | null>;
}

/** One value a tenant has. */
interface KeptValue<T> {
  /** The defaults, with revision 0, until somebody saves others. */
  get(tenantId: string): Promise<Versioned<T>>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. Returns the new revision. */
  save(tenantId: string, value: T, ifRevision: number): Promise<number>;
}

export type AssignmentRepository = KeptValue<Assignments>;
export type BrandRepository = KeptValue<Brand>;
export type FieldSettingsRepository = KeptValue<FieldSettings>;

export interface ImageRepository {
  get(tenantId: string, id: string): Promise<StoredImage | null>;
  getMany(tenantId: string, ids: readonly string[]): Promise<readonly StoredImage[]>;
  content(tenantId: string, id: string): Promise<Buffer | null>;
  /** Newest first, at most a thousand. */
  list(tenantId: string): Promise<readonly StoredImage[]>;
  /** The same image twice is one. */
  add(tenantId: string, image: StoredImage, content: Buffer): Promise<void>;
  remove(tenantId: string, id: string): Promise<void>;
}
