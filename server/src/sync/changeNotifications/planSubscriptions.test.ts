import { expect, test } from '@jest/globals';
import { noConnection, type Connection } from '../../domain/connection/connection.ts';
import type { ChangeSubscription } from '../../domain/schedule/changeSubscription.ts';
import { planSubscriptions, type SubscriptionFacts } from './planSubscriptions.ts';

const notificationUrl = 'https://undersign.example.com/api/notifications';
const connected: Connection = { ...noConnection, state: 'connected', grantedPermissions: ['User.Read.All'] };
const users: ChangeSubscription = {
  id: 'u',
  feed: 'users',
  clientStateDigest: '',
  notificationUrl,
  renewedAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-01-04T00:00:00.000Z',
};
const plan = (facts: Partial<SubscriptionFacts>) =>
  planSubscriptions({
    connection: connected,
    stored: [users],
    notificationUrl,
    now: new Date('2026-01-01T12:00:00Z'),
    isFailing: false,
    ...facts,
  });
const create = { kind: 'create', feed: 'users' };
const drop = { kind: 'drop', subscription: users };
const renew = { kind: 'renew', subscription: users };

test('one that is there and fresh needs nothing', () => {
  expect(plan({})).toEqual([]);
});

test('a day later, or after something went wrong, it is renewed', () => {
  expect(plan({ now: new Date('2026-01-02T00:00:00Z') })).toEqual([renew]);
  expect(plan({ isFailing: true })).toEqual([renew]);
});

test('one that was renewed by a clock that was ahead is renewed once that is set right', () => {
  expect(plan({ now: new Date('2025-12-31T22:00:00Z') })).toEqual([renew]);
});

test('what is missing is created, groups only where that is granted', () => {
  expect(plan({ stored: [] })).toEqual([create]);
  const granted = { ...connected, grantedPermissions: ['User.Read.All', 'Group.Read.All'] };
  expect(plan({ connection: granted })).toEqual([{ kind: 'create', feed: 'groups' }]);
});

test('one for another address or too many is ended', () => {
  expect(plan({ notificationUrl: 'https://new.example.com/api/notifications' })).toEqual([drop, create]);
  expect(plan({ stored: [{ ...users, id: 'other' }, users] })).toEqual([drop]);
  expect(plan({ notificationUrl: null })).toEqual([drop]);
});

test('all end when the admin disconnects, and none is given up while Entra refuses us', () => {
  expect(plan({ connection: noConnection })).toEqual([drop]);
  expect(plan({ connection: { ...connected, state: 'revoked' } })).toEqual([]);
});
