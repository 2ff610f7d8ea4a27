import { describe, expect, it } from '@jest/globals';
import type { Composing } from './mail/composing.ts';
import { readAnswer, signatureUrl } from './server/requestSignature.ts';
import { parseSettings } from './server/settings.ts';
import { cacheKey, type KnownSignature } from './server/signatureCache.ts';
import { contentFor } from './mail/signatureInserter.ts';
import { answer, settings } from './testing/classicRuntime.ts';

const composing: Composing = {
  composeType: 'forward',
  isSurelyNew: false,
  format: 'html',
  account: 'Noor@Contoso.example',
  from: 'sales+nl@contoso.example',
  isSenderTold: true,
  recipients: null,
  images: 'hosted',
  placement: 'signature',
  isReplaceable: true,
};

const known: KnownSignature = { etag: '"h"', hash: 'h', html: '<b>Noor</b>', text: 'Noor' };

const answered = (status: number, body: unknown, etag: string | null = null) =>
  readAnswer(answer(status, body, etag) as unknown as Response);

describe('settings', () => {
  it('are what the server wrote', () => {
    expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
  });

  it.each(['__UNDERSIGN_SETTINGS__', '', '{}', 'null', '[]', JSON.stringify({ ...settings, origin: 1 })])(
    'are not %s',
    (text) => {
      expect(parseSettings(text)).toBeNull();
    },
  );
});

describe('where the signature is asked for', () => {
  it('is an absolute address that survives a plus in the sender', () => {
    expect(
      signatureUrl({ origin: settings.origin, client: 'Outlook/16.0', problem: 'told-to-sign-in' }, composing),
    ).toBe(
      'https://undersign.example/api/me/signature?composeType=forward&from=sales%2Bnl%40contoso.example&client=Outlook%2F16.0&problem=told-to-sign-in',
    );
  });
});

describe('where it is kept', () => {
  it('is apart for every mailbox, sender and kind of mail, whatever the case of an address', () => {
    const keys = [
      composing,
      { ...composing, account: 'sam@contoso.example' },
      { ...composing, from: 'noor@contoso.example' },
      { ...composing, composeType: 'reply' as const },
    ].map(cacheKey);
    expect(new Set(keys).size).toBe(4);
    expect(cacheKey({ ...composing, account: 'NOOR@contoso.example' })).toBe(keys[0]);
  });
});

describe('what goes into the body', () => {
  it.each([
    ['html', known, '<b>Noor</b>'],
    ['text', known, 'Noor'],
    ['html', { ...known, html: null }, null],
    ['html', { ...known, html: '' }, null],
    ['html', { ...known, html: 'x'.repeat(30_000) }, 'x'.repeat(30_000)],
    ['html', { ...known, html: 'x'.repeat(30_001) }, null],
  ] as const)('%s', (format, signature, content) => {
    expect(contentFor(format, signature)).toBe(content);
  });
});

describe('what the server says', () => {
  it('is the signature with its ETag, or its hash where a proxy dropped that', async () => {
    const body = { hash: 'h', html: '<b>Noor</b>', text: 'Noor' };
    expect(await answered(200, body, '"e"')).toEqual({
      kind: 'fresh',
      signature: { ...body, etag: '"e"', domains: null },
    });
    expect(await answered(200, body)).toEqual({
      kind: 'fresh',
      signature: { ...body, etag: '"h"', domains: null },
    });
  });

  it.each([
    [304, null, 'unchanged'],
    [404, { code: 'not-a-teammate' }, 'gone'],
    [404, { code: 'not-found' }, 'unavailable'],
    [404, 'a proxy’s page', 'unavailable'],
    [401, { code: 'token-invalid' }, 'refused'],
    [403, { code: 'forbidden' }, 'refused'],
    [401, null, 'unavailable'],
    [403, 'a proxy’s page', 'unavailable'],
    [503, null, 'unavailable'],
    [200, null, 'unavailable'],
    [200, { html: 'x' }, 'unavailable'],
  ])('%i %j is %s', async (status, body, kind) => {
    expect((await answered(status, body)).kind).toBe(kind);
  });
});
