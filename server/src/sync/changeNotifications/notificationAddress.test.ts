import { expect, test } from '@jest/globals';
import { notificationAddress } from './notificationAddress.ts';

const microsoft = 'https://graph.microsoft.com';

test.each([
  ['https://undersign.example.com', microsoft],
  ['http://localhost:3000', 'http://localhost:3001'],
  ['https://localhost:3000', 'http://127.0.0.1:3001'],
])('%s can be told of changes by %s', (publicUrl, graphUrl) => {
  expect(notificationAddress(publicUrl, graphUrl)).toEqual({
    notificationUrl: `${publicUrl}/api/notifications`,
    lifecycleUrl: `${publicUrl}/api/notifications/lifecycle`,
  });
});

test.each([
  ['http://undersign.example.com', microsoft],
  ['http://localhost:3000', microsoft],
  ['https://localhost:3000', microsoft],
  ['http://10.0.0.8', 'http://localhost:3001'],
])('%s cannot be told of changes by %s', (publicUrl, graphUrl) => {
  expect(notificationAddress(publicUrl, graphUrl)).toBeNull();
});
