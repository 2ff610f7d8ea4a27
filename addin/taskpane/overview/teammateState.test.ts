import { expect, it } from '@jest/globals';
import { teammateState } from './teammateState.ts';

const connected = { state: 'connected' } as const;
const revoked = { state: 'revoked' } as const;
const included = { teammateId: 'a' };
const stranger = { teammateId: null };

it.each([
  ['a teammate is ready', connected, included, 'ready'],
  ['a teammate of a connection that was taken back keeps the last signature', revoked, included, 'ready'],
  ['somebody who is not a teammate is told so, and never that all is ready', connected, stranger, 'notIncluded'],
  ['before the tenant is connected nobody can be a teammate', revoked, stranger, 'notConnected'],
  ['nothing is promised before the server has answered', connected, undefined, 'unknown'],
  ['nothing is promised before the connection is known', undefined, stranger, 'unknown'],
] as const)('%s', (...[, connection, me, state]) => {
  expect(teammateState(connection, me)).toBe(state);
});
