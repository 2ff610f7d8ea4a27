import { expect, test } from '@jest/globals';
import { StaleRevision } from '../../../domain/errors.ts';
import {
  isConcernRefused,
  isDuplicate,
  isMissingIndex,
  isOtherwiseNamed,
  isPartialRefused,
  translateMongoError,
} from './mongoErrors.ts';
import { openRedaction } from './redact.ts';

const redaction = openRedaction('mongodb://u:s3cret@h/db');
const errorOf = (name: string, fields: object = {}, message = 'it failed'): Error =>
  Object.assign(new Error(message), { name, ...fields });

/** As the driver puts what each server said into the error of a selection that found none. */
const selection = (error: Error): Error =>
  errorOf('MongoServerSelectionError', { reason: { servers: new Map([['h:27017', { error }]]) } });

test.each([
  ['storage-away', selection(errorOf('MongoNetworkError', { cause: { code: 'ECONNREFUSED', message: 'refused' } }))],
  ['storage-away', selection(errorOf('MongoNetworkError', { cause: { code: 'ENOTFOUND', message: 'getaddrinfo' } }))],
  ['storage-away', errorOf('Error', { code: 'ESERVFAIL' }, 'querySrv ESERVFAIL _mongodb._tcp.h')],
  [
    'storage-tls',
    selection(errorOf('MongoNetworkError', { cause: { code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'x' } })),
  ],
  [
    'storage-tls',
    selection(errorOf('MongoNetworkError', { cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: 'x' } })),
  ],
  ['storage-sign-in', errorOf('MongoServerError', { code: 18, codeName: 'AuthenticationFailed' })],
  ['storage-sign-in', errorOf('MongoServerError', { code: 8000, codeName: 'AtlasError' })],
  ['storage-not-allowed', errorOf('MongoServerError', { code: 13 }, 'not authorized on undersign to execute command')],
  ['storage-sign-in', errorOf('MongoServerError', { code: 13 }, 'command find requires authentication')],
  ['storage-sign-in', errorOf('MongoServerError', { code: 13, errorLabels: ['HandshakeError'] }, 'Invalid key')],
  ['storage-full', errorOf('MongoServerError', { code: 14031 })],
  ['storage-busy', errorOf('MongoServerError', { code: 112 }, 'WriteConflict')],
  ['storage-away', errorOf('MongoServerError', { code: 134 }, 'read concern majority is not available yet')],
  ['storage-busy', errorOf('MongoServerError', { code: 175 }, 'query plan killed')],
  ['storage-busy', errorOf('MongoServerError', { code: 365 })],
  ['storage-busy', errorOf('MongoBulkWriteError', { code: 16500 }, 'Request rate is large')],
  ['storage-away', errorOf('MongoServerError', { code: 99999, errorLabels: ['RetryableWriteError'] })],
  ['storage-away', errorOf('MongoServerError', { code: 10107 }, 'not primary')],
  ['storage-away', errorOf('MongoServerError', { code: 189 }, 'primary stepped down')],
  ['storage-away', errorOf('MongoBulkWriteError', { code: 64 }, 'waiting for replication timed out')],
  ['storage-busy', errorOf('MongoWaitQueueTimeoutError')],
  ['storage-too-big', errorOf('RangeError', { code: 'ERR_OUT_OF_RANGE' })],
  ['storage-too-big', errorOf('MongoInvalidArgumentError', {}, 'Document is larger than the maximum size 16777216')],
  ['storage-too-big', errorOf('MongoServerError', { code: 10334 })],
  ['storage-url', errorOf('MongoParseError', {}, 'Invalid scheme')],
  ['storage-away', errorOf('MongoBulkWriteError', { errorResponse: errorOf('MongoNetworkError'), result: {} })],
])('%s: the operator is told what to do about %s', (code, error) => {
  const translated = translateMongoError(error, redaction);
  expect(translated).toMatchObject({ code, cause: expect.anything(), detail: expect.stringContaining(error.message) });
});

test('the name of a server that cannot be found sends the operator to the DNS', () => {
  const dns = selection(
    errorOf('MongoNetworkError', { cause: { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND h' } }),
  );
  expect(translateMongoError(dns, redaction)).toMatchObject({ message: expect.stringContaining('DNS') });
});

test('details carry no password', () => {
  const error = errorOf('MongoParseError', {}, 'cannot parse mongodb://u:s3cret@h/db');
  expect(JSON.stringify(translateMongoError(error, redaction))).not.toContain('s3cret');
});

test('what is no failure of the database stays what it is', () => {
  const bug = new TypeError('x is not a function');
  expect(translateMongoError(bug, redaction)).toBe(bug);
  const stale = new StaleRevision('things', 'a');
  expect(translateMongoError(stale, redaction)).toBe(stale);
  expect(translateMongoError(undefined, redaction)).toBeUndefined();
});

test('what a server cannot do is told by what it says, because no one code is for it', () => {
  expect(isConcernRefused(errorOf('MongoServerError', { code: 123 }, 'cannot satisfy linearizable read concern'))).toBe(
    true,
  );
  expect(isConcernRefused(errorOf('MongoServerError', { code: 50 }, 'operation exceeded time limit'))).toBe(false);
  expect(isConcernRefused(errorOf('MongoNetworkError', {}, 'readConcern'))).toBe(false);
  const option = 'Index option "partialFilterExpression" is not implemented yet';
  expect(isPartialRefused(errorOf('MongoServerError', { code: 238 }, option))).toBe(true);
  expect(isOtherwiseNamed(errorOf('MongoServerError', { code: 85 }))).toBe(true);
  expect(isOtherwiseNamed(errorOf('MongoServerError', { code: 86 }))).toBe(false);
});

test('a duplicate and an index that has gone are told apart from all else', () => {
  expect(isDuplicate(errorOf('MongoServerError', { code: 11000 }))).toBe(true);
  expect(isDuplicate(null)).toBe(false);
  const gone =
    'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index';
  expect(isMissingIndex(errorOf('MongoServerError', { code: 2 }, gone))).toBe(true);
  expect(isMissingIndex(errorOf('MongoServerError', { code: 2 }, 'unknown operator'))).toBe(false);
});
