import { describe, expect, it } from '@jest/globals';
import { officeMethod } from '../../office/officeMethod.ts';
import { answer, openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { serving, switchable } from '../testing/serving.ts';

const logo = { name: 'aa.png', contentType: 'image/png', bytes: 3, content: 'AAAA' };
const banner = { name: 'bb.png', contentType: 'image/png', bytes: 3, content: 'BBBB' };
const signature = (hash: string, parts: readonly (typeof logo)[]) => ({
  hash,
  html: `<p>Noor ${parts.map(({ name }) => `<img src="cid:${name}">`).join('')}</p>`,
  text: 'Noor',
  parts,
});
const withLogo = signature('logo', [logo]);
const withBanner = signature('banner', [banner]);

const hosted = { hash: 'hosted', html: '<p>Noor <img src="https://undersign.example/images/x"></p>', text: 'Noor' };
const serve: Serve = (request, clock) =>
  serving(request.url.includes('images=attached') ? withLogo : hosted)(request, clock);

const kinds = ({ happenings }: { happenings: readonly { kind: string; name?: string }[] }) =>
  happenings.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`));

describe('images that travel within the mail', () => {
  it('are attached before the signature is set, and not twice', async () => {
    const runtime = openClassicRuntime({ serve: serving(withLogo), canAttach: true });
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.requests[0]?.url).toContain('images=attached');
    expect(kinds(outcome)).toEqual(['imageAttached aa.png', 'signatureSet', 'clientSignatureDisabled']);
    runtime.compose();
    expect(kinds(await runtime.fire('onNewMessageCompose'))).toEqual(kinds(outcome));
    expect(kinds(await runtime.fire('insertSignature'))).toEqual(['signatureSet', 'clientSignatureDisabled']);
  });

  it('stay unseen when another signature takes their place, since Outlook removes none, and come with it again', async () => {
    const server = switchable(serving(withLogo));
    const runtime = openClassicRuntime({ serve: server.serve, canAttach: true });
    const item = runtime.compose();
    await runtime.fire('onNewMessageCompose');
    server.to(serving(withBanner));
    item.changeFrom('sales@undersign.example');
    expect(kinds(await runtime.fire('onMessageFromChanged'))).toEqual([
      'imageAttached bb.png',
      'signatureSet',
      'clientSignatureDisabled',
    ]);
    server.to(serving({ hash: 'none', html: '', text: '' }));
    item.changeFrom('info@undersign.example');
    expect(kinds(await runtime.fire('onMessageFromChanged'))).toEqual(['signatureSet']);
    server.to(serving(withLogo));
    expect(kinds(await runtime.fire('insertSignature'))).toEqual([
      'imageAttached aa.png',
      'signatureSet',
      'clientSignatureDisabled',
    ]);
  });

  it('are attached again where Outlook took the signature out with From, which has the same for both', async () => {
    const runtime = openClassicRuntime({ serve: serving(withLogo), canAttach: true });
    const item = runtime.compose();
    const opened = await runtime.fire('onNewMessageCompose');
    item.changeFrom('sales@undersign.example', { clears: true });
    expect(kinds(await runtime.fire('onMessageFromChanged'))).toEqual(kinds(opened));
  });

  it('stay on the server for a mail that takes none', async () => {
    const serveBoth: Serve = (request) =>
      Promise.resolve(
        request.url.includes('images=attached')
          ? answer(200, signature('both', [logo, banner]), '"both"')
          : answer(200, hosted, '"hosted"'),
      );
    const runtime = openClassicRuntime({ serve: serveBoth, canAttach: true });
    const item = runtime.compose();
    const { addFileAttachmentFromBase64Async: add } = item;
    const refused = officeMethod(() => new Error('NumberOfAttachmentsExceeded'));
    item.addFileAttachmentFromBase64Async = (...args) => (args[1] === 'bb.png' ? refused : add)?.(...args);
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(kinds(outcome)).toEqual(['imageAttached aa.png', 'signatureSet', 'clientSignatureDisabled']);
    expect(outcome.happenings.find(({ kind }) => kind === 'signatureSet')).toMatchObject({ content: hosted.html });
  });

  describe('where Outlook never answers whether one is attached', () => {
    const open = async (isKnown: boolean) => {
      const runtime = openClassicRuntime({ serve, canAttach: true });
      runtime.compose();
      if (isKnown) await runtime.fire('onNewMessageCompose');
      const item = runtime.compose();
      return { runtime, item };
    };

    it.each([
      ['for the first mail of all', false, 'onNewMessageCompose'],
      ['with a signature that is known', true, 'onNewMessageCompose'],
      ['by hand', false, 'insertSignature'],
      ['by hand, with a signature that is known', true, 'insertSignature'],
    ] as const)('stay on the server, %s', async (_name, isKnown, event) => {
      const { runtime, item } = await open(isKnown);
      item.addFileAttachmentFromBase64Async = () => undefined;
      const outcome = await runtime.fire(event);
      expect(kinds(outcome)).toEqual(['signatureSet', 'clientSignatureDisabled']);
      expect(outcome.happenings[0]).toMatchObject({ content: hosted.html });
      expect(outcome.completedAt).toBe(3000);
    });

    it.each([false, true])('change nothing when the answer comes after all; known before: %s', async (isKnown) => {
      const { runtime, item } = await open(isKnown);
      const { addFileAttachmentFromBase64Async: add } = item;
      item.addFileAttachmentFromBase64Async = (...args) => runtime.after(4000, () => add?.(...args));
      const outcome = await runtime.fire('onNewMessageCompose');
      expect(kinds(outcome)).toEqual(['signatureSet', 'clientSignatureDisabled', 'imageAttached aa.png']);
      expect(outcome.happenings[0]).toMatchObject({ content: hosted.html });
    });
  });

  describe('while somebody forwards', () => {
    const attached = ['imageAttached aa.png', 'signatureSet', 'clientSignatureDisabled'];
    const stayed = ['signatureSet', 'clientSignatureDisabled'];

    it.each([
      ['stay on the server in classic Outlook, which can lose the forwarded attachments', 'Outlook', 'forward', stayed],
      ['are attached on the web', 'OutlookWebApp', 'forward', attached],
      ['are attached to an answer in classic Outlook all the same', 'Outlook', 'reply', attached],
    ] as const)('%s', async (...row) => {
      const [, hostName, composeType, happenings] = row;
      const runtime = openClassicRuntime({ serve, canAttach: true, hostName });
      runtime.compose({ composeType });
      const outcome = await runtime.fire('onNewMessageCompose');
      expect(outcome.requests[0]?.url.includes('images=attached')).toBe(happenings === attached);
      expect(kinds(outcome)).toEqual(happenings);
      runtime.compose({ composeType });
      expect(kinds(await runtime.fire('onNewMessageCompose'))).toEqual(happenings);
    });

    it('are attached on Mac, which has the same name', async () => {
      const runtime = openClassicRuntime({ serve, canAttach: true, platform: 'Mac' });
      runtime.compose({ composeType: 'forward' });
      expect(kinds(await runtime.fire('onNewMessageCompose'))).toEqual(attached);
    });

    it('stay on the server in classic Outlook where it does not tell that this is a forward', async () => {
      const runtime = openClassicRuntime({ serve, canAttach: true });
      runtime.compose({ composeType: 'forward' }).getComposeTypeAsync = () => undefined;
      expect(kinds(await runtime.fire('onNewMessageCompose'))).toEqual(stayed);
    });

    it('are not attached from what an earlier release has kept, which is not put in', async () => {
      const before = openClassicRuntime({ serve: serving(withLogo), canAttach: true, hostName: 'OutlookWebApp' });
      before.compose({ composeType: 'forward' });
      await before.fire('onNewMessageCompose');
      const runtime = openClassicRuntime({ storage: before.storage, serve, canAttach: true });
      runtime.compose({ composeType: 'forward' });
      const outcome = await runtime.fire('onNewMessageCompose');
      expect(kinds(outcome)).toEqual(stayed);
      expect(outcome.happenings[0]).toMatchObject({ content: hosted.html });
    });
  });

  it('are not attached to a plain text', async () => {
    const runtime = openClassicRuntime({ serve: serving(withLogo), canAttach: true });
    runtime.compose({ format: 'text' });
    expect(kinds(await runtime.fire('onNewMessageCompose'))).toEqual(['signatureSet', 'clientSignatureDisabled']);
  });

  it('are not asked for by a client that cannot attach', async () => {
    const runtime = openClassicRuntime({ serve: serving(withLogo) });
    runtime.compose();
    expect((await runtime.fire('onNewMessageCompose')).requests[0]?.url).not.toContain('images=');
  });
});
