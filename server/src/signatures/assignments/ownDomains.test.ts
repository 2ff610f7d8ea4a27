import { describe, expect, test } from '@jest/globals';
import { inEverySpelling, isOwnDomain } from './ownDomains.ts';

describe('domains by which colleagues are told', () => {
  test('stand once each, in lower case, and with letters beyond ASCII in both ways that mail addresses have them', () => {
    expect(inEverySpelling(['Contoso.example', 'contoso.example', 'xn--mnchen-3ya.example', 'ßuper.example'])).toEqual([
      ...['contoso.example', 'xn--mnchen-3ya.example', 'münchen.example'],
      ...['ßuper.example', 'xn--uper-una.example'],
    ]);
  });

  test('stay as the directory says where they are no names of DNS', () => {
    expect(inEverySpelling(['a b.example'])).toEqual(['a b.example']);
  });

  test('are one’s own however the directory writes them', () => {
    expect(isOwnDomain(['München.example'])('xn--mnchen-3ya.example')).toBe(true);
    expect(isOwnDomain(['contoso.example'])('mail.contoso.example')).toBe(false);
  });
});
