import { describe, expect, it } from '@jest/globals';
import { officeMethod } from '../../office/officeMethod.ts';
import { answer, openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { first, gone, lastSet, serving, switchable } from '../testing/serving.ts';

const refusing =
  (status: number, code: string): Serve =>
  () =>
    Promise.resolve(answer(status, { code }));

const noticesOf = ({ happenings }: { readonly happenings: readonly { readonly kind: string }[] }) =>
  happenings.filter(({ kind }) => kind.startsWith('notice'));

describe('what only the person can help', () => {
  it.each([
    [401, 'token-invalid', /Sign in once/],
    [403, 'forbidden', /does not know the account/],
  ])('is said in the mail with the way to the pane: %i', async (status, code, text) => {
    const runtime = openClassicRuntime({ serve: refusing(status, code) });
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(noticesOf(outcome)).toEqual([
      { kind: 'noticeShown', notice: 'insightMessage', text: expect.stringMatching(text) },
    ]);
    expect(outcome.completions).toBe(1);
  });

  it('is said in words alone on phones, and in the language of Outlook', async () => {
    const runtime = openClassicRuntime({
      serve: refusing(401, 'token-invalid'),
      hostName: 'OutlookIOS',
      displayLanguage: 'nl-NL',
    });
    runtime.compose();
    expect(noticesOf(await runtime.fire('onNewMessageCompose'))).toEqual([
      { kind: 'noticeShown', notice: 'informationalMessage', text: expect.stringContaining('Meld je') },
    ]);
  });

  it('is said in words alone where Outlook knows no such button', async () => {
    const runtime = openClassicRuntime({ serve: refusing(401, 'token-invalid') });
    const item = runtime.compose();
    const { replaceAsync } = item.notificationMessages;
    item.notificationMessages.replaceAsync = (...args) => {
      const { type } = args[1] as { type: string };
      (type === 'insightMessage' ? officeMethod(() => new Error('InvalidCommand')) : replaceAsync)(...args);
    };
    expect(noticesOf(await runtime.fire('onNewMessageCompose'))).toMatchObject([{ notice: 'informationalMessage' }]);
  });

  it('is said once a day, and taken away once it is no longer so', async () => {
    const server = switchable(refusing(401, 'token-invalid'));
    const runtime = openClassicRuntime({ serve: server.serve });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    const item = runtime.compose();
    expect(noticesOf(await runtime.fire('onNewMessageCompose'))).toEqual([]);
    server.to(serving(first));
    expect(noticesOf(await runtime.fire('onNewMessageCompose'))).toEqual([{ kind: 'noticeRemoved' }]);
    item.changeFrom('sales@undersign.example');
    expect(noticesOf(await runtime.fire('onMessageFromChanged'))).toEqual([]);
    server.to(refusing(401, 'token-invalid'));
    runtime.compose();
    expect(noticesOf(await runtime.fire('onNewMessageCompose'))).toHaveLength(1);
  });

  it('is that a client signs nobody in silently, but only while the mail is without a signature', async () => {
    const runtime = openClassicRuntime({ nestedAppAuth: false });
    runtime.compose();
    expect(noticesOf(await runtime.fire('onNewMessageCompose'))).toHaveLength(1);
  });

  it.each<[string, Serve]>([
    ['no network', () => Promise.reject(new TypeError('down'))],
    ['a server error', () => Promise.resolve(answer(500))],
    ['too many requests', () => Promise.resolve(answer(429))],
    ['not a teammate', gone],
    ['a proxy’s page', () => Promise.resolve(answer(403, '<html>'))],
  ])('is not: %s', async (_name, serve) => {
    const runtime = openClassicRuntime({ serve });
    runtime.compose();
    expect(noticesOf(await runtime.fire('onNewMessageCompose'))).toEqual([]);
  });
});

describe('the button in the ribbon', () => {
  it('puts the signature in, as an event does', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose();
    const outcome = await runtime.fire('insertSignature');
    expect(outcome.happenings).toEqual([
      { kind: 'signatureSet', content: first.html, format: 'html' },
      { kind: 'clientSignatureDisabled' },
    ]);
    expect(outcome.completions).toBe(1);
  });

  it('puts it in once more where it has been, and once only', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    const outcome = await runtime.fire('insertSignature');
    expect(outcome.happenings.filter(({ kind }) => kind === 'signatureSet')).toHaveLength(1);
  });

  it('does not double a text that stands there on the web', async () => {
    const runtime = openClassicRuntime({ serve: serving(first), hostName: 'OutlookWebApp' });
    runtime.compose({ format: 'text' });
    await runtime.fire('onNewMessageCompose');
    expect((await runtime.fire('insertSignature')).happenings).toEqual([]);
  });

  it('puts it where the cursor is in clients without signatures of their own', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    const item = runtime.compose();
    Reflect.deleteProperty(item.body, 'setSignatureAsync');
    Reflect.deleteProperty(item, 'getComposeTypeAsync');
    Reflect.deleteProperty(item, 'sessionData');
    const outcome = await runtime.fire('insertSignature');
    expect(outcome.happenings[0]).toEqual({ kind: 'insertedAtCursor', content: first.html, format: 'html' });
  });

  it.each<[string, Serve, RegExp]>([
    ['not signed in', refusing(401, 'token-invalid'), /Sign in once/],
    ['no network', () => Promise.reject(new TypeError('down')), /could not be fetched/],
    ['not a teammate', gone, /Nobody has chosen/],
    ['a rule that says none', serving({ hash: 'none', html: '', text: '' }), /Nobody has chosen/],
  ])('says each time why nothing came: %s', async (_name, serve, text) => {
    const runtime = openClassicRuntime({ serve });
    runtime.compose();
    for (const round of [1, 2]) {
      const outcome = await runtime.fire('insertSignature');
      expect([round, noticesOf(outcome)]).toMatchObject([round, [{ text: expect.stringMatching(text) }]]);
    }
  });
});

describe('a server that has too many requests', () => {
  it('is asked again within the time there is', async () => {
    let asked = 0;
    const runtime = openClassicRuntime({
      serve: (request, clock) => {
        asked += 1;
        return asked < 3 ? Promise.resolve(answer(429, { code: 'too-many-requests' })) : serving(first)(request, clock);
      },
    });
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toMatchObject({ content: first.html });
    expect(outcome.completedAt).toBe(3000);
  });
});
