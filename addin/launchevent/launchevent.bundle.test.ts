import { describe, expect, it } from '@jest/globals';
import { parse } from 'acorn';
import { officeMethod } from '../office/officeMethod.ts';
import type { StandInItem } from '../office/standInItem.ts';
import { answer, openClassicRuntime, readBundle, type RuntimeOptions } from './testing/classicRuntime.ts';
import { EMPTY_MS, FILLED_MS, first, gone, lastSet, never, second, serving, switchable } from './testing/serving.ts';

describe('the built file', () => {
  it('is one script of ES2016 that loads nothing further', () => {
    const bundle = readBundle();
    expect(() => parse(bundle, { ecmaVersion: 2016, sourceType: 'script' })).not.toThrow();
    expect(bundle).not.toMatch(/\bimport\s*\(|importScripts|webpackChunk/);
  });

  it('stays under its budget, since Outlook reads it again for every mail', () => {
    expect(Buffer.byteLength(readBundle())).toBeLessThan(180_000);
  });

  it('holds the literal the server fills in exactly once', () => {
    expect(readBundle().split('"__UNDERSIGN_SETTINGS__"')).toHaveLength(2);
  });

  it('associates its handlers while it is loaded', () => {
    expect(openClassicRuntime().names).toEqual([
      'onNewMessageCompose',
      'onMessageFromChanged',
      'onMessageRecipientsChanged',
      'onNewAppointmentOrganizer',
      'insertSignature',
    ]);
  });
});

describe('a mail somebody starts', () => {
  it('gets the signature of its sender, with Outlook’s own switched off', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose({ composeType: 'reply' });
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.happenings).toEqual([
      { kind: 'signatureSet', content: first.html, format: 'html' },
      { kind: 'clientSignatureDisabled' },
    ]);
    expect(outcome.completions).toBe(1);
    expect(outcome.requests[0]?.url).toBe(
      'https://undersign.example/api/me/signature?composeType=reply&from=noor%40undersign.example&client=Outlook%2F16.0',
    );
    expect(outcome.requests[0]?.headers['Authorization']).toMatch(/^Bearer ey/);
  });

  it('gets text when its body is plain text', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose({ format: 'text' });
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: first.text, format: 'text' });
  });

  it('gets the last good signature once, and asks only whether it is still right', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.requests[0]?.headers['If-None-Match']).toBe('"h1"');
    expect(outcome.happenings.filter(({ kind }) => kind === 'signatureSet')).toHaveLength(1);
  });

  it('gets the newer content when the last good one is out of date', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ serve: server.serve });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    server.to(serving(second));
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: second.html, format: 'html' });
  });

  it('is left alone when the same signature is there already', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    const outcome = await runtime.fire('onMessageFromChanged');
    expect(outcome.happenings).toEqual([]);
    expect(outcome.completions).toBe(1);
  });

  it('loses our signature when the new sender has none', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ serve: server.serve });
    const item = runtime.compose();
    await runtime.fire('onNewMessageCompose');
    server.to(gone);
    item.changeFrom('sales@undersign.example');
    const outcome = await runtime.fire('onMessageFromChanged');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: '', format: 'html' });
  });

  it('keeps Outlook’s own signature when its sender never had one of ours', async () => {
    const runtime = openClassicRuntime({ serve: gone });
    runtime.compose();
    expect((await runtime.fire('onNewMessageCompose')).happenings).toEqual([]);
  });

  it('gets nothing that Outlook would cut', async () => {
    const runtime = openClassicRuntime({ serve: serving({ ...first, html: 'x'.repeat(30_001) }) });
    runtime.compose();
    expect((await runtime.fire('onNewMessageCompose')).happenings).toEqual([]);
  });
});

describe('an appointment', () => {
  it('gets a signature on the desktop', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose({ kind: 'appointment' });
    const outcome = await runtime.fire('onNewAppointmentOrganizer');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: first.html, format: 'html' });
  });

  it('gets it once on top of its body on the web, also when an older one is known', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ serve: server.serve, hostName: 'OutlookWebApp' });
    runtime.compose({ kind: 'appointment' });
    await runtime.fire('onNewAppointmentOrganizer');
    server.to(serving(second));
    runtime.compose({ kind: 'appointment' });
    const outcome = await runtime.fire('onNewAppointmentOrganizer');
    expect(outcome.happenings.filter(({ kind }) => kind !== 'clientSignatureDisabled')).toEqual([
      { kind: 'prepended', content: second.html, format: 'html' },
    ]);
  });
});

describe('whatever fails, Outlook is told once and in time', () => {
  const broken = officeMethod(() => new Error('InternalError'));
  const silent = (): void => undefined;
  const throws = (): never => {
    throw new Error('not here');
  };
  const lacking = (item: StandInItem, name: keyof StandInItem): void => void Reflect.deleteProperty(item, name);
  const nothing = (): void => undefined;
  const fullStorage = {
    storage: {
      getItem: () => Promise.resolve(null),
      setItem: () => Promise.reject(new Error('QuotaExceededError')),
      removeItem: () => Promise.resolve(undefined),
    },
  };

  const cases: [string, RuntimeOptions, (item: StandInItem) => void][] = [
    ['no network', {}, nothing],
    ['not signed in', { serve: () => Promise.resolve(answer(401)) }, nothing],
    ['a server error', { serve: () => Promise.resolve(answer(500)) }, nothing],
    ['an answer that is no JSON', { serve: () => Promise.resolve({ ...answer(200), json: throws }) }, nothing],
    ['an answer that is no signature', { serve: () => Promise.resolve(answer(200, { hello: 1 })) }, nothing],
    ['a proxy’s 404', { serve: () => Promise.resolve(answer(404, { message: 'nope' })) }, nothing],
    ['a server that never answers', { serve: never }, nothing],
    ['a body that never ends', { serve: () => Promise.resolve({ ...answer(200), json: never }) }, nothing],
    ['Outlook that never hands out a token', { bridge: 'silent' }, nothing],
    ['no nested app authentication', { nestedAppAuth: false }, nothing],
    ['a client that says it can sign in but cannot', { bridge: 'none' }, nothing],
    ['a file no server filled in', { filledIn: false }, nothing],
    ['no storage', { storage: false, serve: serving(first) }, nothing],
    ['storage that is full', { storage: fullStorage, serve: serving(first) }, nothing],
    ['setSignatureAsync refusing', { serve: serving(first) }, (item) => (item.body.setSignatureAsync = broken)],
    ['setSignatureAsync never answering', { serve: serving(first) }, (item) => (item.body.setSignatureAsync = silent)],
    ['setSignatureAsync throwing', { serve: serving(first) }, (item) => (item.body.setSignatureAsync = throws)],
    ['getComposeTypeAsync never answering', { serve: serving(first) }, (item) => (item.getComposeTypeAsync = silent)],
    ['getComposeTypeAsync refusing', { serve: serving(first) }, (item) => (item.getComposeTypeAsync = broken)],
    ['sessionData never answering', { serve: serving(first) }, (item) => (item.sessionData.getAsync = silent)],
    ['no sessionData (mobile)', { serve: serving(first) }, (item) => lacking(item, 'sessionData')],
    ['no from', { serve: serving(first) }, (item) => lacking(item, 'from')],
    [
      'no isClientSignatureEnabledAsync (mobile)',
      { serve: serving(first), hostName: 'OutlookIOS' },
      (item) => lacking(item, 'isClientSignatureEnabledAsync'),
    ],
  ];

  it.each(cases)('%s', async (_name, options, breakItem) => {
    const runtime = openClassicRuntime(options);
    breakItem(runtime.compose());
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.completions).toBe(1);
    expect(outcome.completedAt).toBeLessThanOrEqual(EMPTY_MS);
  });

  it.each(cases)('%s, with the last good signature in the mail: within 2.5 s', async (_name, options, breakItem) => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ ...options, serve: server.serve });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    server.to(options.serve ?? (() => Promise.reject(new TypeError('network down'))));
    breakItem(runtime.compose());
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.completions).toBe(1);
    const isFilled = lastSet(outcome) !== undefined;
    expect(outcome.completedAt).toBeLessThanOrEqual(isFilled ? FILLED_MS : EMPTY_MS);
  });

  it('the signature is in each mail also while storage is full', async () => {
    const runtime = openClassicRuntime({ storage: fullStorage, serve: serving(first) });
    for (const mail of ['first', 'second']) {
      runtime.compose();
      const outcome = await runtime.fire('onNewMessageCompose');
      expect([mail, lastSet(outcome)]).toEqual([mail, { kind: 'signatureSet', content: first.html, format: 'html' }]);
    }
  });

  it('no item at all', async () => {
    const outcome = await openClassicRuntime().fire('onNewMessageCompose');
    expect(outcome.completions).toBe(1);
  });

  it.each(['isClientSignatureEnabledAsync', 'sessionData', 'from'] as const)(
    'a client without %s still gets the signature',
    async (name) => {
      const runtime = openClassicRuntime({ serve: serving(first), hostName: 'OutlookIOS' });
      lacking(runtime.compose(), name);
      const outcome = await runtime.fire('onNewMessageCompose');
      expect(lastSet(outcome)).toMatchObject({ kind: 'signatureSet', content: first.html });
    },
  );

  it('the last good signature is in the mail although the server is down', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ serve: server.serve });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    server.to(() => Promise.reject(new TypeError('down')));
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: first.html, format: 'html' });
  });

  it('Outlook’s own signature stays when ours is refused', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose().body.setSignatureAsync = broken;
    expect((await runtime.fire('onNewMessageCompose')).happenings).toEqual([]);
  });
});
