import { expect, test } from '@jest/globals';
import { newSecret, signMessage } from './signMessage.ts';

test('a message is signed as Standard Webhooks says: its own example', () => {
  const headers = signMessage(
    {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    },
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(headers['webhook-timestamp']).toBe('1614265330');
});

test('while a secret is changed, both sign', () => {
  const [one, two] = [newSecret(), newSecret()];
  const message = { id: 'msg_1', at: new Date(0), body: '{}' };
  const alone = (secret: string) => signMessage(message, [secret])['webhook-signature'];
  expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  expect(signMessage(message, [one, two])['webhook-signature']).toBe(`${alone(one)} ${alone(two)}`);
});
