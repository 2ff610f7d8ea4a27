import type { z } from 'zod';
import { mostImagesInFile, signaturesFileVersion, transferredParts } from '../../contract/signatures/signaturesFile.ts';
import { RequestError } from '../../domain/errors.ts';
import {
  refused,
  type ImportItem,
  type ItemKind,
  type Refusal,
  type Transferred,
  type TransferredImage,
} from '../../signatures/transfer/transferred.ts';

type RawFile = Readonly<Record<string, unknown>>;

const tooManyImages = {
  code: 'file-images',
  message: `A file can hold at most ${String(mostImagesInFile)} images. Bring the others in with another one.`,
};

/**
 * Reads a file that somebody exported, or wrote by hand: what cannot be read of it is told item by item, the rest is
 * kept. Throws RequestError 422 for what is no such file, or one of a newer release.
 */
export const readSignaturesFile = (file: RawFile): Transferred => {
  refuseOthers(file);
  const reader = openReader();
  const fields = recordOf(file['fields']);
  const assignments = recordOf(file['assignments']);
  return {
    exportedAt: textOf(file['exportedAt']),
    tenantId: textOf(file['tenantId']).toLowerCase(),
    signatures: listOf(file['signatures']).flatMap((raw, at) =>
      reader.read(transferredParts.signature, raw, { kind: 'signature', at }),
    ),
    images: listOf(file['images']).flatMap((raw, at): readonly TransferredImage[] =>
      at < mostImagesInFile
        ? reader.read(transferredParts.image, raw, { kind: 'image', at }).map(decoded)
        : reader.refuse(raw, { kind: 'image', at }, tooManyImages),
    ),
    brand: optional(file['brand'], (raw) => reader.read(transferredParts.brand, raw, { kind: 'brand', at: 0 })),
    assignmentRules: listOf(assignments['rules']).flatMap((raw, at) =>
      reader.read(transferredParts.rule, raw, { kind: 'rule', at }),
    ),
    otherwise: optional(assignments['otherwise'], () =>
      reader.read(transferredParts.otherwise, assignments, { kind: 'otherwise', at: 0 }),
    ),
    fieldRules: Object.fromEntries(
      Object.entries(recordOf(fields['rules'])).flatMap(([key, raw]) =>
        reader.read(transferredParts.fieldRule, raw, { kind: 'fieldRule', at: key }).map((rule) => [key, rule]),
      ),
    ),
    customFields: listOf(fields['custom']).flatMap((raw, at) =>
      reader.read(transferredParts.customField, raw, { kind: 'customField', at }),
    ),
    directoryFields: listOf(fields['directory']).flatMap((raw, at) =>
      reader.read(transferredParts.directoryField, raw, { kind: 'directoryField', at }),
    ),
    refused: reader.refused,
  };
};

const refuseOthers = ({ format, version }: RawFile): void => {
  if (format !== 'undersign-signatures' || typeof version !== 'number') {
    throw new RequestError(422, 'file-unknown', 'This is no file of signatures. Export one here to see what it holds.');
  }
  if (version > signaturesFileVersion) {
    const message = `This file was written by a newer Undersign (format ${String(version)}). Update this one first.`;
    throw new RequestError(422, 'file-too-new', message, { values: { version, known: signaturesFileVersion } });
  }
};

interface PartPlace {
  readonly kind: ItemKind;
  readonly at: number | string;
}

const openReader = () => {
  const unread: ImportItem[] = [];
  const refuse = (raw: unknown, { kind, at }: PartPlace, reason: Refusal): readonly never[] => {
    unread.push(refused({ key: `unread/${kind}/${String(at)}`, kind, name: nameIn(raw) }, reason));
    return [];
  };
  return {
    refused: unread,
    refuse,
    /** The value, or nothing and why. */
    read: <T>(schema: z.ZodType<T>, raw: unknown, part: PartPlace): readonly T[] => {
      const parsed = schema.safeParse(raw);
      if (parsed.success) return [parsed.data];
      const [issue] = parsed.error.issues;
      const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
      return refuse(raw, part, {
        code: 'part-unreadable',
        message: `${place}${issue?.message ?? 'is not readable'}`,
      });
    },
  };
};

const nameIn = (raw: unknown): string => textOf(recordOf(raw)['name']).slice(0, 120);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 500) : []);
const recordOf = (value: unknown): RawFile =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawFile) : {};
const optional = <T>(value: unknown, read: (raw: unknown) => readonly T[]): T | null =>
  value === null || value === undefined ? null : (read(value)[0] ?? null);
const decoded = ({ id, name, content }: { id: string; name: string; content: string }): TransferredImage => ({
  id,
  name,
  bytes: Buffer.from(content, 'base64'),
});
