import { describe, expect, test } from '@jest/globals';
import type { ChangeSubscription } from '../../domain/schedule/changeSubscription.ts';
import { openTestClock } from '../../../tests/support/sync/testClock.ts';
import { openRecordingLogger } from '../../../tests/support/sync/recordingLogger.ts';
import { makeClientState } from './clientState.ts';
import { openNotificationInbox } from './notificationInbox.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const subscriptionId = '22222222-2222-4222-8222-222222222222';

const openInbox = () => {
  const { clientState, digest } = makeClientState();
  const subscription = { id: subscriptionId, clientStateDigest: digest, expiresAt: '2026-02-01T00:00:00.000Z' };
  const told: string[] = [];
  const inbox = openNotificationInbox({
    subscriptions: {
      get: () => {
        told.push('asked the store');
        return Promise.resolve(subscription as ChangeSubscription);
      },
    } as unknown as Parameters<typeof openNotificationInbox>[0]['subscriptions'],
    notice: (tenant) => told.push(tenant),
    handle: (tenant, _subscription, event) => told.push(`${tenant} ${event}`),
    clock: openTestClock(() => Date.parse('2026-01-01T00:00:00.000Z')),
    logger: openRecordingLogger(),
  });
  return { inbox, told, notification: { subscriptionId, tenantId, clientState } };
};

/** What looks at more than its secret has begun to read its form. */
const trap = (clientState: unknown, onRead: () => void) => ({
  clientState,
  get subscriptionId() {
    onRead();
    return subscriptionId;
  },
  tenantId,
});

describe('what is posted as notifications', () => {
  test('is refused unread where it is more than Graph tells at once, and wakes nobody', async () => {
    const { inbox, told, notification } = openInbox();
    expect(inbox.receive(Array.from({ length: 50_000 }, () => 0))).toBe(false);
    expect(inbox.receive(Array.from({ length: 1001 }, () => notification))).toBe(false);
    await inbox.settled();
    expect([told, inbox.counts()]).toEqual([[], { accepted: 0, ignored: 0 }]);
  });

  test('is not read where it is no object with a secret of our form, and counts as ignored', async () => {
    const { inbox, told } = openInbox();
    let reads = 0;
    const onRead = () => {
      reads += 1;
    };
    const none = [0, null, 'text', {}, [], trap('x', onRead), trap(7, onRead), trap('x'.repeat(65), onRead)];
    expect(inbox.receive(none)).toBe(true);
    await inbox.settled();
    expect([reads, told, inbox.counts()]).toEqual([0, [], { accepted: 0, ignored: none.length }]);
  });

  test('is taken in as Graph tells it, also as much as fits in one post', async () => {
    const { inbox, told, notification } = openInbox();
    expect(inbox.receive(Array.from({ length: 999 }, (_, at) => ({ ...notification, id: String(at) })))).toBe(true);
    expect(inbox.receive([{ ...notification, lifecycleEvent: 'missed' }])).toBe(true);
    await inbox.settled();
    expect(inbox.counts()).toEqual({ accepted: 1000, ignored: 0 });
    expect(told.filter((one) => one === tenantId)).toHaveLength(999);
    expect(told).toContain(`${tenantId} missed`);
  });

  test.each<[string, object, object]>([
    ['as documented', { tenantId }, { notice: 1, event: 1 }],
    ['with `organizationId`, as lifecycle events really come', { organizationId: tenantId }, { notice: 1, event: 1 }],
    ['with both', { tenantId, organizationId: tenantId }, { notice: 1, event: 1 }],
    ['with null for the other', { tenantId: null, organizationId: tenantId }, { notice: 1, event: 1 }],
    ['with a tenant that is none', { tenantId: 'x', organizationId: tenantId }, { notice: 0, event: 0 }],
    ['without any', {}, { notice: 0, event: 0 }],
  ])('names its tenant %s', async (_name, names, expected) => {
    const { inbox, told, notification } = openInbox();
    const rest = { subscriptionId, clientState: notification.clientState };
    const resource = `Subscriptions/${subscriptionId}`;
    const lifecycle = { lifecycleEvent: 'missed', resource, sequence: null, encryptedContent: null };
    inbox.receive([
      { ...rest, ...names },
      { ...rest, ...lifecycle, ...names },
    ]);
    await inbox.settled();
    const count = (text: string): number => told.filter((one) => one === text).length;
    expect({ notice: count(tenantId), event: count(`${tenantId} missed`) }).toEqual(expected);
  });

  test('with `organizationId` is believed no sooner than with a tenant: the secret has to be ours', async () => {
    const { inbox, told } = openInbox();
    const { clientState } = makeClientState();
    inbox.receive([{ subscriptionId, organizationId: tenantId, clientState, lifecycleEvent: 'missed' }]);
    await inbox.settled();
    expect([told, inbox.counts()]).toEqual([['asked the store'], { accepted: 0, ignored: 1 }]);
  });
});
