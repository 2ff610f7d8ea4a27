import { z } from 'zod';
import type { PeopleReading } from '../../domain/reading/peopleReading.ts';
import { largestPhoto, photoSizes, type ManagerProfile } from '../../domain/enrichment/enrichment.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Answers, PhotoBytes, EnrichmentReader } from '../../ports/directory/enrichmentReader.ts';
import { openSingleCalls, sendBatch, type BatchAnswer, type BatchItem } from '../http/graphBatch.ts';
import type { GraphTransport } from '../http/graphTransport.ts';
import { isPassing } from '../http/isPassing.ts';

export interface EnrichmentPlace {
  readonly transport: GraphTransport;
  readonly graphUrl: string;
  readonly clock: Clock;
  /** What is not asked for of managers either. */
  readonly omitted: PeopleReading['omitted'];
}

const text = z.string().nullish();

/** A manager is a user, or an organizational contact: that has no phones of this name. */
const managerSchema = z.object({
  id: z.string(),
  displayName: text,
  mail: text,
  jobTitle: text,
  businessPhones: z.array(z.string()).nullish(),
  mobilePhone: text,
});

const managerProperties = ['id', 'displayName', 'mail', 'jobTitle', 'businessPhones', 'mobilePhone'];

const managerSelect = ({ omitted }: EnrichmentPlace): string => {
  const left = new Set<string>(omitted);
  return managerProperties.filter((property) => !left.has(property)).join(',');
};

/** Undefined where Graph's answer cannot be read: then nothing is known. */
const toManager = (body: unknown): ManagerProfile | undefined => {
  const parsed = managerSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, displayName, mail, jobTitle, businessPhones, mobilePhone } = parsed.data;
  return {
    id: id.toLowerCase(),
    displayName: displayName ?? null,
    mail: mail ?? null,
    jobTitle: jobTitle ?? null,
    businessPhones: businessPhones ?? [],
    mobilePhone: mobilePhone ?? null,
  };
};

const photoSchema = z.looseObject({ '@odata.mediaEtag': z.string(), width: z.number().nullish() });

/** Of somebody without a photo Graph describes one of a single pixel now and then. */
const toTag = (body: unknown): string | null | undefined => {
  const { data: photo } = photoSchema.safeParse(body);
  return photo?.width === 1 ? null : photo?.['@odata.mediaEtag'];
};

/** Bytes travel as base64 in a batch. https://learn.microsoft.com/graph/json-batching */
const toBytes = (body: unknown): Uint8Array | null => {
  const content = typeof body === 'string' ? body : '';
  return content === '' || content.length > (largestPhoto * 4) / 3 ? null : Buffer.from(content, 'base64');
};

/**
 * Managers and photos, by `$batch`. Whether a photo changed is asked of its description, `@odata.mediaEtag`: that Graph
 * answers If-None-Match is not documented. https://learn.microsoft.com/graph/api/profilephoto-get
 */
export const openEnrichmentReader = (place: EnrichmentPlace): EnrichmentReader => ({
  readManagers: async (ids, signal) =>
    answersOf(
      ids,
      await ask(
        place,
        ids.map((id) => itemFor(id, `manager?$select=${managerSelect(place)}`)),
        signal,
      ),
      toManager,
    ),
  readPhotoTags: async (ids, signal) =>
    answersOf(
      ids,
      await ask(
        place,
        ids.map((id) => itemFor(id, 'photo')),
        signal,
      ),
      toTag,
    ),
  readPhotos: (ids, signal) => readPhotos(place, ids, signal),
});

const itemFor = (id: string, rest: string): BatchItem => ({ id, url: `/users/${encodeURIComponent(id)}/${rest}` });

type RawAnswers = ReadonlyMap<string, BatchAnswer>;

/** One photo that is locked for good must not hold up all others. */
const ask = (
  place: EnrichmentPlace,
  items: readonly BatchItem[],
  signal: AbortSignal | undefined,
): Promise<RawAnswers> => sendBatch(openSingleCalls(place, signal), items, isPassing);

type Convert<T> = (body: unknown) => T | null | undefined;

const answersOf = <T>(ids: readonly string[], raw: RawAnswers, convert: Convert<T>): Answers<T> => {
  const known = new Map<string, T | null>();
  for (const id of ids) {
    const { status, body } = raw.get(id) ?? {};
    const value = status === 200 ? convert(body) : undefined;
    if (value !== undefined) known.set(id, value);
    if (status === 404) known.set(id, null);
  }
  return {
    known,
    refused: new Set(ids.filter((id) => raw.get(id)?.status === 403)),
    // What a 200 says unreadably it would say so again.
    settled: new Set(
      ids.filter((id) => isSettled(raw.get(id)?.status) || (raw.get(id)?.status === 200 && !known.has(id))),
    ),
  };
};

/**
 * Of somebody without a mailbox Graph answers 400 to the question for a photo, today and tomorrow
 * (https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/8877).
 */
const isSettled = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status);

const readPhotos = async (
  place: EnrichmentPlace,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Answers<readonly PhotoBytes[]>> => {
  const pictures = ids.flatMap((id) => photoSizes.map((size) => ({ key: `${id}/${String(size)}`, id, size })));
  const items = pictures.map(({ key, id, size }) => {
    const square = `${String(size)}x${String(size)}`;
    return { ...itemFor(id, `photos/${square}/$value`), id: key };
  });
  const keys = pictures.map(({ key }) => key);
  const { known, refused, settled } = answersOf(keys, await ask(place, items, signal), toBytes);
  const isAnswered = (key: string): boolean => known.has(key) || settled.has(key) || refused.has(key);
  const answered = ids.filter((id) => pictures.every((picture) => picture.id !== id || isAnswered(picture.key)));
  const found = answered.map((id): [string, readonly PhotoBytes[]] => [
    id,
    pictures
      .filter((picture) => picture.id === id)
      .map(({ key, size }) => ({ size, bytes: known.get(key) ?? null }))
      .filter((picture): picture is PhotoBytes => picture.bytes !== null),
  ]);
  const withheld = new Set(pictures.filter(({ key }) => refused.has(key)).map(({ id }) => id));
  const others = found.filter(([id, images]) => images.length === 0 && !withheld.has(id)).map(([id]) => id);
  const whole = others.length === 0 ? nothing : await readWhole(place, others, signal);
  return {
    // Whose whole photo could not be asked for now is not known to have none: what we have of them stays.
    known: new Map([...found.filter(([, images]) => images.length > 0), ...whole.known]),
    refused: new Set([...withheld, ...whole.refused]),
    settled: new Set(),
  };
};

const nothing: Answers<readonly PhotoBytes[]> = { known: new Map(), refused: new Set(), settled: new Set() };

/** Of four megabytes each at most (https://learn.microsoft.com/graph/api/profilephoto-update), so that they fit into one answer. */
const wholeAtOnce = 5;

/**
 * Photos that are in none of our sizes, as they are
 * (https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/2319).
 */
const readWhole = async (
  place: EnrichmentPlace,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Answers<readonly PhotoBytes[]>> => {
  const raw = new Map<string, BatchAnswer>();
  for (let start = 0; start < ids.length; start += wholeAtOnce) {
    const items = ids.slice(start, start + wholeAtOnce).map((id) => itemFor(id, 'photo/$value'));
    for (const [id, answer] of await ask(place, items, signal)) raw.set(id, answer);
  }
  const { known, refused, settled } = answersOf(ids, raw, toBytes);
  const none = [...settled].map((id): [string, readonly PhotoBytes[]] => [id, []]);
  const some = [...known].map(([id, bytes]): [string, readonly PhotoBytes[]] => [
    id,
    bytes === null ? [] : photoSizes.map((size) => ({ size, bytes })),
  ]);
  return { known: new Map([...none, ...some]), refused, settled: new Set() };
};
