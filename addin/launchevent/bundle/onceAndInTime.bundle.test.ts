import { describe, expect, it } from '@jest/globals';
import { officeMethod } from '../../office/officeMethod.ts';
import { cacheKey, type KnownSignature } from '../server/signatureCache.ts';
import { openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { after, EMPTY_MS, FILLED_MS, first, lastSet, never, second, serving, switchable } from '../testing/serving.ts';

const account = 'noor@undersign.example';
const switchedOff = { kind: 'clientSignatureDisabled' };

describe('a slow answer', () => {
  it('of twelve seconds is waited for while the mail is empty', async () => {
    const runtime = openClassicRuntime({ serve: after(12_000, serving(first)) });
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: first.html, format: 'html' });
    expect(outcome.completedAt).toBeLessThanOrEqual(EMPTY_MS);
  });

  it('of three seconds, for a token that took as long, is in this mail', async () => {
    const runtime = openClassicRuntime({ bridge: 'slow', serve: after(3000, serving(first)) });
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: first.html, format: 'html' });
    expect(outcome.completedAt).toBe(6000);
  });

  it('of a minute leaves this mail alone and is in the next one', async () => {
    const server = switchable(after(60_000, serving(first)));
    const runtime = openClassicRuntime({ serve: server.serve });
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.completedAt).toBeLessThanOrEqual(EMPTY_MS);
    expect(outcome.happenings).toEqual([]);
    server.to(never);
    runtime.compose();
    const next = await runtime.fire('onNewMessageCompose');
    expect(lastSet(next)).toEqual({ kind: 'signatureSet', content: first.html, format: 'html' });
    expect(next.completedAt).toBeLessThanOrEqual(FILLED_MS);
  });

  it.each([
    ['three seconds', 3000, 3000],
    ['a minute', 60_000, EMPTY_MS],
  ])(
    'of %s holds Outlook up once a day, since nothing may go on after that, and leaves the mail alone',
    async (...row) => {
      const [, wait, completedAt] = row;
      const server = switchable(serving(first));
      const runtime = openClassicRuntime({ serve: server.serve });
      runtime.compose();
      await runtime.fire('onNewMessageCompose');
      const key = cacheKey({ account, from: account, composeType: 'newMail', recipients: null });
      const kept = JSON.parse((await runtime.storage.storage.getItem(key)) ?? '') as KnownSignature;
      const aged = { ...kept, confirmedAt: Date.now() - 2 * 24 * 60 * 60_000 };
      await runtime.storage.storage.setItem(key, JSON.stringify(aged));
      server.to(after(wait, serving(second)));
      runtime.compose();
      const outcome = await runtime.fire('onNewMessageCompose');
      expect(outcome.completedAt).toBe(completedAt);
      expect(lastSet(outcome)).toMatchObject({ content: first.html });
      runtime.compose();
      const next = await runtime.fire('onNewMessageCompose');
      expect(next.completedAt).toBeLessThanOrEqual(FILLED_MS);
      expect(lastSet(next)).toMatchObject({ content: second.html });
    },
  );

  it('keeps the newer signature for the next mail, and lets this one go after 2.5 s', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ serve: server.serve });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    server.to(after(8000, serving(second)));
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.completedAt).toBeLessThanOrEqual(FILLED_MS);
    expect(lastSet(outcome)).toMatchObject({ content: first.html });
    server.to(never);
    runtime.compose();
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: second.html });
  });
});

describe('several events on one item', () => {
  it('at the same moment put the signature in once', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose();
    const outcome = await runtime.fireTogether('onNewMessageCompose', 'onMessageFromChanged');
    expect(outcome.happenings.filter(({ kind }) => kind === 'signatureSet')).toHaveLength(1);
    expect(outcome.completions).toBe(2);
  });

  it('at the same moment put a text on top of an appointment once', async () => {
    const runtime = openClassicRuntime({ serve: serving(first), hostName: 'OutlookWebApp' });
    runtime.compose({ kind: 'appointment' });
    const outcome = await runtime.fireTogether('onNewAppointmentOrganizer', 'onNewAppointmentOrganizer');
    expect(outcome.happenings.filter(({ kind }) => kind === 'prepended')).toHaveLength(1);
  });

  it('with From changed there and back: the slow answer for the other sender changes nothing', async () => {
    const other: Serve = after(3000, serving(second));
    const serve: Serve = (request, clock) =>
      request.url.indexOf('sales') >= 0 ? other(request, clock) : serving(first)(request, clock);
    const runtime = openClassicRuntime({ serve });
    const item = runtime.compose();
    const opened = await runtime.fire('onNewMessageCompose');
    expect(lastSet(opened)).toMatchObject({ content: first.html });
    item.changeFrom('sales@undersign.example');
    const change = runtime.start('onMessageFromChanged');
    await runtime.settle();
    item.changeFrom('noor@undersign.example');
    const back = await runtime.fire('onMessageFromChanged');
    expect([...change.happenings, ...back.happenings].map(({ kind }) => kind)).toEqual([]);
  });
});

describe('with From changed, where Outlook takes the signature out', () => {
  const shared = 'sales@undersign.example';

  it.each(['newMail', 'reply'] as const)('the same signature is put into a %s again', async (composeType) => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    const item = runtime.compose({ composeType, body: composeType === 'reply' ? 'From: Noor' : '' });
    await runtime.fire('onNewMessageCompose');
    item.changeFrom(shared, { clears: true });
    expect(lastSet(await runtime.fire('onMessageFromChanged'))).toMatchObject({ content: first.html });
  });

  it('the same signature is left alone where it stands in a new mail all the same, also when it is written into', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    const item = runtime.compose({ from: shared });
    await runtime.fire('onNewMessageCompose');
    item.changeFrom(account);
    const { getAsync } = item.body;
    item.body.getAsync = (...given) => {
      getAsync(...given);
      item.body.getAsync = officeMethod(() => 'Noo, on leave');
    };
    expect((await runtime.fire('onMessageFromChanged')).happenings).toEqual([]);
  });

  describe('and the person has written into it', () => {
    const html = '<p>Noor van Dijk</p><p>Head of Design</p>';
    const titled = { hash: 'h3', html, text: 'Noor van Dijk\nHead of Design' };
    const openWrittenInto = async (mail: Parameters<ReturnType<typeof openClassicRuntime>['compose']>[0]) => {
      const runtime = openClassicRuntime({ serve: serving(titled) });
      const item = runtime.compose(mail);
      await runtime.fire('onNewMessageCompose');
      item.body.setSignatureAsync('Noor, on leave\nHead of Design', { coercionType: 'text' }, () => undefined);
      item.type('Dear Sam, ');
      return { runtime, item };
    };

    it('it stays in a new mail where it was not taken out', async () => {
      const { runtime, item } = await openWrittenInto({});
      item.changeFrom(shared);
      expect((await runtime.fire('onMessageFromChanged')).happenings).toEqual([]);
      item.changeFrom(account);
      expect((await runtime.fire('onMessageFromChanged')).happenings).toEqual([]);
    });

    it('it comes back where it was, and in an answer, which may quote the same words', async () => {
      for (const [mail, clears] of [
        [{}, true],
        [{ composeType: 'reply', body: 'From: Noor van Dijk\nHead of Design' }, false],
      ] as const) {
        const { runtime, item } = await openWrittenInto(mail);
        item.changeFrom(shared, { clears });
        expect(lastSet(await runtime.fire('onMessageFromChanged'))).toMatchObject({ content: html });
      }
    });
  });

  it.each([false, true])(
    'one that this Outlook reads in other words is known by them, where they are remembered (taken out: %s)',
    async (isTakenOut) => {
      const html = '<p>Noor van Dijk</p>';
      const known = { hash: 'h4', html, text: 'Noor van Dijk', internalDomains: ['undersign.example'] };
      const runtime = openClassicRuntime({ serve: serving(known) });
      runtime.compose();
      await runtime.fire('onNewMessageCompose');
      const item = runtime.compose();
      let shown = '';
      item.body.getAsync = officeMethod(() => `Dear Sam, ${shown}`);
      const { setSignatureAsync } = item.body;
      item.body.setSignatureAsync = (...given) => {
        shown = 'Noor <mailto:noor@undersign.example> van Dijk';
        setSignatureAsync(...given);
      };
      await runtime.fire('onNewMessageCompose');
      item.changeFrom(shared);
      if (isTakenOut) shown = '';
      const outcome = await runtime.fire('onMessageFromChanged');
      expect(outcome.happenings.map(({ kind }) => kind)).toEqual(
        isTakenOut ? ['signatureSet', 'clientSignatureDisabled'] : [],
      );
    },
  );

  it('who goes back before the slow answer for the other sender has theirs again', async () => {
    const other: Serve = after(3000, serving(second));
    const serve: Serve = (request, clock) => (request.url.includes('sales') ? other : serving(first))(request, clock);
    const runtime = openClassicRuntime({ serve });
    const item = runtime.compose();
    await runtime.fire('onNewMessageCompose');
    item.changeFrom(shared, { clears: true });
    runtime.start('onMessageFromChanged');
    await runtime.settle();
    item.changeFrom(account, { clears: true });
    const back = await runtime.fire('onMessageFromChanged');
    expect(back.happenings).toEqual([{ kind: 'signatureSet', content: first.html, format: 'html' }, switchedOff]);
  });
});

describe('what is in the mail already', () => {
  const resent = 'Dear Sam,\nas agreed.\n\nNoor van Dijk\n  Head of Design\nContoso';
  const known = { ...first, text: 'Noor van Dijk\nHead of Design' };

  it.each([
    ['as it is', known.text],
    [
      'with signs for directions, which stand in no HTML',
      '\u200f\u202aNoor van Dijk\u202c\u200f\n\u200fHead of Design',
    ],
  ])(
    'is left alone when our signature stands in a mail that is sent again, which carries no mark: %s',
    async (_how, text) => {
      const runtime = openClassicRuntime({ serve: serving({ ...known, text }) });
      runtime.compose({ body: resent });
      expect((await runtime.fire('onNewMessageCompose')).happenings).toEqual([]);
    },
  );

  it('is no reason to leave a mail without one that quotes it, where Outlook does not tell that this is an answer', async () => {
    const runtime = openClassicRuntime({ serve: serving(known) });
    runtime.compose({ composeType: 'reply', body: resent }).getComposeTypeAsync = () => undefined;
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: first.html });
    runtime.compose({ composeType: 'reply', body: resent }).getComposeTypeAsync = () => undefined;
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: first.html });
  });

  it('is looked into once before the last good one goes in', async () => {
    const runtime = openClassicRuntime({ serve: serving(second) });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    const { body } = runtime.compose();
    const { getAsync } = body;
    let looks = 0;
    body.getAsync = (...given) => {
      looks += 1;
      return getAsync(...given);
    };
    await runtime.fire('onNewMessageCompose');
    expect(looks).toBe(1);
  });

  it('is no reason to leave a mail without one when the name alone is in it', async () => {
    const runtime = openClassicRuntime({ serve: serving(known) });
    runtime.compose({ body: 'Dear Noor van Dijk,' });
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: first.html });
  });
});

describe('plain text on the web, where a second text is added to the first', () => {
  const web = { hostName: 'OutlookWebApp' } as const;

  it('is set once, after the answer, also when an older one is known', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ ...web, serve: server.serve });
    runtime.compose({ format: 'text' });
    await runtime.fire('onNewMessageCompose');
    server.to(serving(second));
    runtime.compose({ format: 'text' });
    const outcome = await runtime.fire('onNewMessageCompose');
    const sets = outcome.happenings.filter(({ kind }) => kind === 'signatureSet');
    expect(sets).toEqual([{ kind: 'signatureSet', content: second.text, format: 'text' }]);
    expect(lastSet(await runtime.fire('onMessageFromChanged'))).toBeUndefined();
  });

  it('is the last good one when no answer comes, in time', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ ...web, serve: server.serve });
    runtime.compose({ format: 'text' });
    await runtime.fire('onNewMessageCompose');
    server.to(never);
    runtime.compose({ format: 'text' });
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toMatchObject({ content: first.text });
    expect(outcome.completedAt).toBeLessThanOrEqual(FILLED_MS);
  });
});

describe('a forwarded meeting', () => {
  it('gets the signature of the mailbox, whoever organizes it', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose({ kind: 'appointment', from: 'organizer@elsewhere.example' });
    const outcome = await runtime.fire('onNewAppointmentOrganizer');
    expect(outcome.requests[0]?.url).toContain('from=noor%40undersign.example');
    expect(lastSet(outcome)).toMatchObject({ content: first.html });
  });
});
