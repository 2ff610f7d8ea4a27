import { describe, expect, it } from '@jest/globals';
import { parse } from 'acorn';
import { openClassicRuntime, readBundle } from '../testing/classicRuntime.ts';
import { first, gone, lastSet, second, serving, switchable } from '../testing/serving.ts';

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
