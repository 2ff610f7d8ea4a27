import { describe, expect, test } from '@jest/globals';
import type { Webhook, WebhookDelivery } from '../domain/integration/webhook.ts';
import { webhookAfter } from './attemptDelivery.ts';

const url = 'https://hooks.lindenhof.example/first';
const webhook: Webhook = {
  id: 'webhook',
  url,
  events: ['run.finished'],
  enabled: true,
  disabledBecause: null,
  secret: '',
  earlierSecret: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: { id: 'ada', displayName: 'Ada' },
  failingSince: '2026-01-01T00:00:00.000Z',
  lastDeliveredAt: null,
  marks: { runs: [], connection: 'connected', expiry: null },
};
const now = new Date('2026-02-01T00:00:00.000Z');
const deliveryOf = (lastStatus: number): WebhookDelivery => ({
  id: 'msg',
  webhookId: webhook.id,
  event: 'run.finished',
  body: '{}',
  createdAt: now.toISOString(),
  state: lastStatus < 300 ? 'delivered' : 'waiting',
  attempts: 1,
  nextAttemptAt: null,
  lastAttemptAt: now.toISOString(),
  lastStatus,
  lastFailure: null,
});

describe('what comes of an attempt', () => {
  test.each([
    [410, { enabled: false, disabledBecause: 'gone' }],
    [503, { enabled: false, disabledBecause: 'failing' }],
    [204, { enabled: true, failingSince: null, lastDeliveredAt: now.toISOString() }],
  ])(
    '%i says something of the address that answered it, and nothing of one that an admin gave meanwhile',
    (status, said) => {
      const attempt = { url, delivery: deliveryOf(status), now };
      expect(webhookAfter(webhook, attempt)).toEqual({ ...webhook, ...said });
      const elsewhere = { ...webhook, url: 'https://hooks.lindenhof.example/second' };
      expect(webhookAfter(elsewhere, attempt)).toBe(elsewhere);
    },
  );
});
