import { Duplicate, StorageError, UndersignError } from '../../../domain/errors.ts';
import type { Redaction } from './redact.ts';

type Known = readonly [code: string, message: string];

const away: Known = [
  'storage-away',
  'The database does not answer. Check that MongoDB runs and that this server may reach it; it goes on by itself then.',
];
const dns: Known = ['storage-away', 'The name of the database server cannot be found. Check DATABASE_URL and the DNS.'];
const tls: Known = [
  'storage-tls',
  'The database server’s certificate is not accepted. Check the tls options of DATABASE_URL and the certificate.',
];
const signIn: Known = [
  'storage-sign-in',
  'The database refuses to sign us in. Check user and password in DATABASE_URL.',
];
const full: Known = [
  'storage-full',
  'The disk under the database is full. Free some space; what was saved is not lost.',
];
const changing: Known = [
  'storage-away',
  'The database is choosing a new primary server. Try again in a moment; check the replica set if this stays.',
];
const slow: Known = [
  'storage-busy',
  'The database took too long. Try again in a moment; check its load if this stays.',
];
const url: Known = ['storage-url', 'DATABASE_URL is no valid MongoDB address. Correct it, then start again.'];
const tooBig: Known = ['storage-too-big', 'This entry is too big to be kept. Make it smaller.'];
const closed: Known = ['storage-closed', 'The database is closed; the server is stopping.'];

/** Also what some servers call a wrong password. */
const unauthorized = 13;

/** https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml; 8000 is Atlas. */
const serverCodes: ReadonlyMap<number, Known> = new Map([
  [18, signIn],
  [8000, signIn],
  [
    unauthorized,
    ['storage-not-allowed', 'The database user may not do this. Give it the role readWrite on this database.'],
  ],
  [14031, full],
  [10334, tooBig],
  [17419, tooBig],
  [17420, tooBig],
  [64, ['storage-away', 'A majority of the database servers did not confirm in time. Check the replica set.']],
  ...[91, 189, 10058, 10107, 11600, 11602, 13435, 13436].map((code): readonly [number, Known] => [code, changing]),
  [112, slow],
  [134, changing],
  [175, slow],
  [365, slow],
  // Cosmos DB, when more was asked than was paid for.
  [16500, ['storage-busy', 'The database asks us to wait: more is asked of it than it was given room for.']],
  ...[50, 89, 202, 262].map((code): readonly [number, Known] => [code, slow]),
  ...[6, 7, 9001].map((code): readonly [number, Known] => [code, away]),
]);

/** Names of what the driver throws itself; classes may come from another realm, as they do in tests. */
const driverNames: ReadonlyMap<string, Known> = new Map([
  ['MongoServerSelectionError', away],
  ['MongooseServerSelectionError', away],
  ['MongoNetworkError', away],
  ['MongoNetworkTimeoutError', away],
  ['MongoOperationTimeoutError', slow],
  ['MongoPoolClearedError', away],
  ['PoolClearedOnNetworkError', away],
  ['MongoWaitQueueTimeoutError', slow],
  ['MongoParseError', url],
  ['MongoAPIError', url],
  ['MongoMissingCredentialsError', signIn],
  ['MongoNotConnectedError', away],
  ['MongoClientClosedError', away],
  ['MongoTopologyClosedError', away],
  ['MongoPoolClosedError', away],
]);

/** Turns what the driver threw into a StorageError that says what to do; a bug stays as it is. */
export const translateMongoError = (error: unknown, redaction: Redaction): unknown => {
  if (error instanceof UndersignError || typeof error !== 'object' || error === null) return error;
  const known = knownError(error);
  if (known === undefined) return redaction.error(error);
  const detail = redaction.text(chainOf(error).map(textOf).join(' < '));
  return new StorageError(known[0], known[1], { cause: redaction.error(error), detail });
};

const knownError = (error: object): Known | undefined => {
  const chain = chainOf(error);
  const coded = chain.map(knownCode).find((known) => known !== undefined);
  if (coded !== undefined) return coded;
  if (chain.some((link) => /before initial connection is complete/.test(textOf(link)))) return away;
  if (chain.some((link) => /object to insert too large|larger than the maximum size/i.test(textOf(link))))
    return tooBig;
  const named = chain.map((link) => driverNames.get(String(Reflect.get(link, 'name'))));
  // The driver puts its label on lost connections as well: their names say more.
  return named.find((known) => known !== undefined) ?? (chain.some(mayBeTriedAgain) ? changing : undefined);
};

const knownCode = (error: object): Known | undefined => {
  const code = Reflect.get(error, 'code') as unknown;
  if (code === unauthorized && isAboutSigningIn(error)) return signIn;
  return typeof code === 'number' ? serverCodes.get(code) : systemCode(String(code ?? ''), textOf(error));
};

/** The driver marks what went wrong before the first command; and without a user, every command needs one. */
const isAboutSigningIn = (error: object): boolean =>
  hasLabel(error, 'HandshakeError') ||
  /\b(?:authenticat|password|credential|invalid key|user details)/i.test(textOf(error));

/** What the server or driver marks so passes by itself. */
const mayBeTriedAgain = (error: object): boolean => hasLabel(error, 'RetryableWriteError');

const hasLabel = (error: object, label: string): boolean => {
  const labels = Reflect.get(error, 'errorLabels') as unknown;
  return Array.isArray(labels) && labels.includes(label);
};

/** What the network or TLS said, and the driver's RangeError for what does not fit into a message. */
const systemCode = (code: string, text: string): Known | undefined => {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || /\bquery(Srv|Txt)\b/.test(text)) return dns;
  if (/^(ERR_TLS|ERR_SSL|CERT_|EPROTO)|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CERTIFICATE/.test(code)) return tls;
  if (code === 'ERR_OUT_OF_RANGE' || code === 'ERR_BUFFER_OUT_OF_BOUNDS') return tooBig;
  return undefined;
};

/** The error, what it says caused it, and what it heard from each server it tried; the deepest first. */
const chainOf = (error: object, depth = 0): readonly object[] => {
  if (depth > 5) return [];
  const reason = Reflect.get(error, 'reason') as unknown;
  const servers = isObject(reason) ? (Reflect.get(reason, 'servers') as unknown) : undefined;
  const heard = isMap(servers)
    ? [...servers.values()].map((server) => isObject(server) && Reflect.get(server, 'error'))
    : [];
  // A bulk write gives what went wrong as if it were an answer.
  const links = [Reflect.get(error, 'cause') as unknown, Reflect.get(error, 'errorResponse') as unknown, ...heard];
  const inner = links.filter((link) => isObject(link) && 'message' in link) as readonly object[];
  return [...inner.flatMap((link) => chainOf(link, depth + 1)), error];
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isMap = (value: unknown): value is ReadonlyMap<string, unknown> =>
  isObject(value) && typeof Reflect.get(value, 'values') === 'function';
const textOf = (error: object): string => String(Reflect.get(error, 'message'));

/** Another document has the id or a unique key. */
export const isDuplicate = (error: unknown): error is object => isObject(error) && Reflect.get(error, 'code') === 11000;

/** An index that another replica dropped since, because its version no longer declares it. */
export const isMissingIndex = (error: unknown): boolean =>
  isObject(error) && Reflect.get(error, 'code') === 2 && /\bhint\b/.test(textOf(error));

/** A collection or index that is not there (any more). */
export const isMissing = (error: unknown): boolean =>
  isObject(error) && [26, 27].includes(Number(Reflect.get(error, 'code')));

/** Its keys are indexed already under another name. */
export const isOtherwiseNamed = (error: unknown): boolean => isObject(error) && Reflect.get(error, 'code') === 85;

/** Not every server that speaks MongoDB's protocol has partial indexes, and there is no one code to say so. */
export const isPartialRefused = (error: unknown): boolean =>
  isObject(error) && /partialFilterExpression|partial index/i.test(textOf(error));

/** A level of reading that this server, or this kind of it, does not have. */
export const isConcernRefused = (error: unknown): boolean =>
  isObject(error) &&
  typeof Reflect.get(error, 'code') === 'number' &&
  /read ?concern|linearizable/i.test(textOf(error));

export const takenKey = (collection: string, key: string, cause: unknown): Duplicate =>
  new Duplicate(collection, key, { cause });

/** The server could not be reached, which may pass. */
export const isAway = (error: unknown): boolean => error instanceof StorageError && error.code === away[0];

export const closedEngine = (): StorageError => new StorageError(...closed);

export const neverQuiet = (collection: string): StorageError =>
  new StorageError('storage-busy', 'Others keep changing this entry. Try again in a moment.', { detail: collection });

export const foreignDatabase = (database: string, found: readonly string[]): StorageError =>
  new StorageError(
    'storage-foreign',
    `The database "${database}" belongs to something else; nothing was changed in it. ` +
      'Name another, empty one in DATABASE_URL, after the last slash.',
    { detail: `it has ${found.slice(0, 10).join(', ')}`, values: { database } },
  );

export const unreadableDocument = (
  place: { readonly collection: string; readonly id: string },
  field: string,
  expected: string,
): StorageError =>
  new StorageError(
    'document-unreadable',
    `An entry of ${place.collection} in the database cannot be read: ${field} should be ${expected}. ` +
      'Undo the edit, or put a backup in its place.',
    { detail: `${place.collection}/${place.id}: ${field}`, values: { ...place, field } },
  );
