import { isFresh } from '../schedule/clockSetRight.ts';

/** What is kept of somebody because a teammate reports to them; they need not be in scope themselves. */
export interface ManagerProfile {
  readonly id: string;
  readonly displayName: string | null;
  readonly mail: string | null;
  readonly jobTitle: string | null;
  readonly businessPhones: readonly string[];
  readonly mobilePhone: string | null;
  /** Keys of what they left out of their own signature while they were a teammate; not there where that is nothing. */
  readonly leftOut?: readonly string[];
}

/** What the enrichment pass found out about one teammate. That there is one means this teammate was looked at. */
export interface Enrichment {
  readonly teammateId: string;
  /** Null: nobody is their manager. */
  readonly managerId: string | null;
  /** Null: the directory has no photo of them, or does not show it to us. */
  readonly photo: {
    /** The directory's own tag of this photo; the same tag means there is nothing to download. */
    readonly etag: string;
    /** Changes with what is kept; null while nothing of it could be kept. */
    readonly hash: string | null;
  } | null;
}

/** Pixels, as Graph scales them: a row of a list, and a signature or a person's page on a dense screen. */
export const photoSizes = [96, 240] as const;

export type PhotoSize = (typeof photoSizes)[number];

export interface PhotoImage {
  readonly size: PhotoSize;
  readonly contentType: PhotoType;
  /** Base64. */
  readonly content: string;
}

/** Apart from the enrichment, because enrichments are read by the hundred thousand and photos one by one. */
export interface Photo {
  readonly teammateId: string;
  readonly hash: string;
  readonly images: readonly PhotoImage[];
}

export type PhotoType = 'image/jpeg' | 'image/png';

/** Graph's own photos of these sizes stay far below; what is larger is no photo of this size. */
export const largestPhoto = 512 * 1024;

const beginnings: readonly (readonly [PhotoType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What the bytes are, whatever anybody says they are; null for what is not kept, such as SVG or HTML. */
export const photoTypeOf = (bytes: Uint8Array): PhotoType | null =>
  beginnings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0] ?? null;

/** The smallest image that fills so many pixels, otherwise the largest there is. */
export const imageFor = ({ images }: Pick<Photo, 'images'>, size: PhotoSize): PhotoImage | null => {
  const bySize = images.toSorted((left, right) => left.size - right.size);
  return bySize.find((image) => image.size >= size) ?? bySize.at(-1) ?? null;
};

/** How far looking at everybody again has come. */
export interface EnrichmentRound {
  readonly startedAt: string;
  /** The last teammate looked at, in order of id; null at the beginning. */
  readonly after: string | null;
  readonly finishedAt: string | null;
}

const day = 24 * 60 * 60_000;

/** Photos and managers change seldom, and no feed tells when; looking once a day is what their news is worth. */
export const isRoundDue = (round: EnrichmentRound, now: Date): boolean =>
  round.finishedAt === null || !isFresh(round.startedAt, now, day);
