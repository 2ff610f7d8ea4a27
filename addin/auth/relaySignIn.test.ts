import { describe, expect, it } from '@jest/globals';
import { isOfAuthority, readRelayRequest } from './relaySignIn.ts';

const hashOf = (request: unknown): string => `#${new URLSearchParams({ req: JSON.stringify(request) }).toString()}`;

describe('a window between a frame and Microsoft', () => {
  it('knows what it was opened for', () => {
    const url = 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=1';
    expect(readRelayRequest(hashOf({ id: 'i', method: 'GET', url }))).toEqual({ id: 'i', url });
  });

  it.each(['', '#', '#code=1&state=2', '#req=', '#req=no', hashOf(null), hashOf([]), hashOf({ id: 'i' })])(
    'was opened for something else with %s',
    (hash) => {
      expect(readRelayRequest(hash)).toBeNull();
    },
  );

  it.each([
    ['https://login.microsoftonline.com/x/authorize', true],
    ['https://login.microsoftonline.com.evil.example/', false],
    ['https://evil.example/https://login.microsoftonline.com', false],
    ['http://login.microsoftonline.com/', false],
    ['javascript:alert(1)', false],
    ['//login.microsoftonline.com', false],
  ])('opens %s: %s', (url, expected) => {
    const authority = 'https://login.microsoftonline.com/organizations';
    expect(isOfAuthority(url, { authority })).toBe(expected);
  });
});
