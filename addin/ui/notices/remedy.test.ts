import { describe, expect, test } from '@jest/globals';
import { isSettledAtConnection, isState, isWorthRetrying } from './remedy.ts';

describe('what helps against a problem', () => {
  test.each(['not-connected', 'tenant-not-connected', 'tenant-erasing', 'forbidden', 'not-found'])(
    'of %s nobody is asked to try again',
    (code) => expect(isWorthRetrying(code)).toBe(false),
  );

  test.each(['offline', 'internal', 'directory-throttled', 'storage-unavailable', 'consent-missing', ''])(
    '%p may be over when it is tried again',
    (code) => expect(isWorthRetrying(code)).toBe(true),
  );

  test.each(['not-connected', 'consent-missing', 'permission-missing', 'secret-expired'])(
    '%s is put right where the tenant is connected',
    (code) => expect(isSettledAtConnection(code)).toBe(true),
  );

  test('that a tenant is being erased is settled nowhere, and neither it nor a missing connection is a fault', () => {
    expect(isSettledAtConnection('tenant-erasing')).toBe(false);
    expect(['tenant-erasing', 'not-connected', 'consent-missing', 'internal'].filter(isState)).toEqual([
      'tenant-erasing',
      'not-connected',
    ]);
  });
});
