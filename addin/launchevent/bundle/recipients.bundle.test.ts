import { describe, expect, it } from '@jest/globals';
import { isThorough } from '../../../server/tests/support/isThorough.ts';
import fc from 'fast-check';
import { officeMethod } from '../../office/officeMethod.ts';
import type { StandInItem } from '../../office/standIn/standInItem.ts';
import { answer, openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { after, gone, lastSet, serving } from '../testing/serving.ts';

const domains = ['undersign.example'];
const signatures = {
  any: { hash: 'any', html: '<p>Noor van Dijk</p>', text: 'Noor van Dijk', internalDomains: domains },
  internal: { hash: 'in', html: '<p>Noor, room 4.12</p>', text: 'Noor, room 4.12', internalDomains: domains },
  external: {
    hash: 'out',
    html: '<p>Noor van Dijk, Contoso BV</p>',
    text: 'Noor van Dijk, Contoso BV',
    internalDomains: domains,
  },
};

/** A tenant with a rule for colleagues and one for others. */
const byRecipients: Serve = (request) => {
  const asked = /recipients=(internal|external)/.exec(request.url)?.[1] as 'internal' | 'external' | undefined;
  const signature = signatures[asked ?? 'any'];
  return Promise.resolve(answer(200, signature, `"${signature.hash}"`));
};

const textOf = (item: StandInItem): Promise<string> =>
  new Promise((resolve) =>
    item.body.getAsync('text', ({ value }: { value: unknown }) => resolve(String(value).trim())),
  );

const colleague = 'sam@Undersign.example';
const customer = 'robin@elsewhere.example';

/** The body as an Outlook shows it that writes links out. */
function readInOtherWords(item: StandInItem, quoted = '') {
  const shown = { typed: '', inserted: '' };
  item.body.getAsync = officeMethod(() => `${shown.typed}${shown.inserted}${quoted}`);
  const { setSignatureAsync } = item.body;
  item.body.setSignatureAsync = (...given) => {
    shown.inserted = String(given[0])
      .replace(/<[^>]+>/g, '')
      .replaceAll('Noor', 'Noor <mailto:noor@undersign.example>');
    setSignatureAsync(...given);
  };
  return shown;
}

describe('who is addressed', () => {
  it('decides about an answer at once, also in the first mail of all', async () => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    runtime.compose({ composeType: 'reply', to: [customer] });
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.happenings.map((each) => 'content' in each && each.content)).toEqual([
      signatures.external.html,
      false,
    ]);
    runtime.compose({ composeType: 'reply', to: [colleague] });
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: signatures.internal.html });
  });

  it.each([
    ['somebody without an address', [{ displayName: 'Robin', recipientType: 'other' }], signatures.external],
    ['a list without an address', [{ emailAddress: null, recipientType: 'distributionList' }], signatures.internal],
    ['nobody, said as nothing', null, signatures.any],
  ])('may be %s', async (_who, recipients, { html }) => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    runtime.compose().to.getAsync = officeMethod(() => recipients);
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: html });
  });

  it('is not known for colleagues alone where Outlook does not tell who is in To', async () => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    const item = runtime.compose({ to: [colleague] });
    Object.assign(item, { to: { getAsync: () => undefined }, cc: item.to });
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: signatures.any.html });
  });

  it('changes the signature of a mail being written, there and back', async () => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    const item = runtime.compose();
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject({ content: signatures.any.html });
    item.type('Dear all, ');
    item.address(colleague);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject({
      content: signatures.internal.html,
    });
    item.address(colleague, customer);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject({
      content: signatures.external.html,
    });
    item.address(colleague);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject({
      content: signatures.internal.html,
    });
  });

  it('decides in the end, whenever they change and however long the server takes', async () => {
    const people = { any: [], internal: [colleague], external: [customer] } as const;
    const change = fc.record({
      at: fc.integer({ min: 0, max: 2500 }),
      whom: fc.constantFrom('any', 'internal', 'external'),
    });
    const delays = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 3 }), delays, fc.boolean(), async (changes, waits, isKnown) => {
        // Where a signature stands in the mail already, two seconds are all that an event waits.
        const patience = (wait: number): number => (isKnown ? Math.min(wait, 1800) : wait);
        let asked = 0;
        let isSlow = false;
        const serve: Serve = (request, clock) =>
          isSlow
            ? after(patience(waits[asked++ % waits.length] ?? 0), byRecipients)(request, clock)
            : byRecipients(request, clock);
        const runtime = openClassicRuntime({ serve });
        // That a rule asks about recipients is known since an earlier mail, and what it says perhaps.
        for (const whom of ['any', 'internal', 'external'] as const) {
          runtime.compose({ composeType: isKnown ? 'newMail' : 'reply', to: people[whom] });
          await runtime.fire('onNewMessageCompose');
        }
        isSlow = true;
        const item = runtime.compose();
        let last: keyof typeof people = 'any';
        for (const { at, whom } of changes)
          runtime.after(at, () => {
            last = whom;
            item.address(...people[whom]);
            runtime.start('onMessageRecipientsChanged');
          });
        await runtime.fire('onNewMessageCompose');
        expect(await textOf(item)).toBe(signatures[last].text);
      }),
      { numRuns: isThorough ? 400 : 60 },
    );
  });

  it('changes it once for many who are added together', async () => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    const item = runtime.compose();
    await runtime.fire('onNewMessageCompose');
    item.address(customer);
    const names = new Array<string>(6).fill('onMessageRecipientsChanged');
    const outcome = await runtime.fireTogether(...names);
    expect(outcome.completions).toBe(6);
    expect(outcome.happenings.filter(({ kind }) => kind === 'signatureSet')).toHaveLength(1);
    expect(outcome.completedAt).toBeGreaterThanOrEqual(1000);
  });

  it('leaves a signature alone into which the person has written', async () => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    const item = runtime.compose();
    await runtime.fire('onNewMessageCompose');
    item.typeIntoSignature('on leave until Monday');
    // So that the words of ours no longer stand as they were put in.
    await new Promise<void>((resolve) =>
      item.body.setSignatureAsync('Noor on leave', { coercionType: 'text' }, () => resolve()),
    );
    item.address(customer);
    expect((await runtime.fire('onMessageRecipientsChanged')).happenings).toEqual([]);
  });

  it('changes one that this Outlook reads in other words, also once it was put in again by hand', async () => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    const item = runtime.compose();
    const shown = readInOtherWords(item);
    await runtime.fire('onNewMessageCompose');
    await runtime.fire('insertSignature');
    shown.typed = 'Dear all, ';
    item.address(customer);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject({
      content: signatures.external.html,
    });
  });

  describe('of two that read the same, in other words than ours,', () => {
    const text = 'Noor van Dijk, Contoso BV';
    const banners = {
      internal: { hash: 'in', html: `<p>${text}</p><img alt="">`, text, internalDomains: domains },
      external: { hash: 'out', html: `<p>${text}</p><img alt="" width="9">`, text, internalDomains: domains },
    };
    const serve: Serve = ({ url }) => {
      const signature = banners[url.includes('external') ? 'external' : 'internal'];
      return Promise.resolve(answer(200, signature, `"${signature.hash}"`));
    };
    const openSecond = async (quoted = '') => {
      const runtime = openClassicRuntime({ serve });
      runtime.compose();
      await runtime.fire('onNewMessageCompose');
      const item = runtime.compose({ composeType: quoted === '' ? 'newMail' : 'reply', to: [colleague] });
      const shown = readInOtherWords(item, quoted);
      await runtime.fire('onNewMessageCompose');
      item.address(customer);
      const outcome = await runtime.fire('onMessageRecipientsChanged');
      expect(lastSet(outcome)).toMatchObject({ content: banners.external.html });
      item.address(colleague);
      return { runtime, shown };
    };
    const reading = 'Noor <mailto:noor@undersign.example> van Dijk, Contoso BV';

    it.each([
      ['a new mail', ''],
      ['an answer that quotes one', ` From: ${reading}`],
    ])('changes the second as well, in %s', async (_name, quoted) => {
      const { runtime, shown } = await openSecond(quoted);
      shown.typed = 'Dear all, ';
      const outcome = await runtime.fire('onMessageRecipientsChanged');
      expect(lastSet(outcome)).toMatchObject({ content: banners.internal.html });
    });

    it.each([
      ['a new mail', ''],
      ['an answer that quotes one', ` From: ${reading}`],
    ])('leaves the second alone once it was written into, in %s', async (_name, quoted) => {
      const { runtime, shown } = await openSecond(quoted);
      shown.inserted = shown.inserted.replace('Contoso', 'on leave, Contoso');
      expect((await runtime.fire('onMessageRecipientsChanged')).happenings).toEqual([]);
    });
  });

  describe('in classic Outlook, where the body reads for a while as before the signature', () => {
    const openStale = async () => {
      const runtime = openClassicRuntime({ serve: byRecipients });
      // That a rule asks about recipients is known since an earlier mail.
      runtime.compose();
      await runtime.fire('onNewMessageCompose');
      const item = runtime.compose();
      const { getAsync } = item.body;
      const read = (text: string): void => void (item.body.getAsync = officeMethod(() => text));
      read('');
      await runtime.fire('onNewMessageCompose');
      item.address(customer);
      return { runtime, item, read, catchUp: () => void (item.body.getAsync = getAsync) };
    };
    const change = { content: signatures.external.html };

    it('changes it once the body has caught up, and again', async () => {
      const { runtime, item, read, catchUp } = await openStale();
      item.type('Dear all, ');
      catchUp();
      const { getAsync } = item.body;
      // Behind again, by one change.
      read(await textOf(item));
      expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject(change);
      item.body.getAsync = getAsync;
      item.address(colleague);
      const outcome = await runtime.fire('onMessageRecipientsChanged');
      expect(lastSet(outcome)).toMatchObject({ content: signatures.internal.html });
      expect(await textOf(item)).toContain('Dear all,');
    });

    it('changes it while the body has not', async () => {
      const { runtime } = await openStale();
      expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject(change);
    });

    it.each([
      ['in its place', 'Noor, on leave'],
      ['alone, with the signature taken out', 'Dear all,'],
    ])('leaves alone what the person has typed %s', async (_name, text) => {
      const { runtime, read } = await openStale();
      read(text);
      expect((await runtime.fire('onMessageRecipientsChanged')).happenings).toEqual([]);
    });

    it('leaves it alone where the body can no longer be read, which tells nothing', async () => {
      const { runtime, item } = await openStale();
      item.body.getAsync = officeMethod(() => new Error('InternalError'));
      expect((await runtime.fire('onMessageRecipientsChanged')).happenings).toEqual([]);
    });

    it('keeps nothing of what was written in the mail', async () => {
      const runtime = openClassicRuntime({ serve: byRecipients });
      runtime.compose();
      await runtime.fire('onNewMessageCompose');
      const item = runtime.compose({ composeType: 'reply' });
      item.body.getAsync = officeMethod(() => 'Confidential');
      const kept: unknown[] = [];
      const { setAsync } = item.sessionData;
      item.sessionData.setAsync = (...given) => {
        kept.push(given[1]);
        setAsync(...given);
      };
      await runtime.fire('onNewMessageCompose');
      expect(kept.join()).toContain('Noor van Dijk');
      expect(kept.join()).not.toContain('Confidential');
    });
  });

  it('leaves a draft alone that is opened again or only looked at, which raises the event too', async () => {
    const runtime = openClassicRuntime({ serve: byRecipients });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    runtime.compose({ to: [customer], body: 'Noor van Dijk' });
    const outcome = await runtime.fire('onMessageRecipientsChanged');
    expect(outcome.happenings).toEqual([]);
    expect(outcome.completions).toBe(1);
  });

  it('is asked for by nobody where no rule does: no request, no wait', async () => {
    const runtime = openClassicRuntime({ serve: serving({ hash: 'h', html: '<p>Noor</p>', text: 'Noor' }) });
    const item = runtime.compose();
    await runtime.fire('onNewMessageCompose');
    item.address(customer);
    const outcome = await runtime.fire('onMessageRecipientsChanged');
    expect(outcome).toMatchObject({ happenings: [], requests: [], completions: 1, completedAt: 0 });
  });

  it('may bring the first signature, where there was none for colleagues', async () => {
    const serve: Serve = (request, clock) =>
      request.url.includes('external')
        ? byRecipients(request, clock)
        : Promise.resolve(answer(200, { hash: 'no', html: '', text: '', internalDomains: domains }, '"no"'));
    const runtime = openClassicRuntime({ serve });
    const item = runtime.compose();
    expect((await runtime.fire('onNewMessageCompose')).happenings).toEqual([]);
    item.address(customer);
    const outcome = await runtime.fire('onMessageRecipientsChanged');
    expect(lastSet(outcome)).toMatchObject({ content: signatures.external.html });
    item.address(colleague);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject({ content: '' });
  });

  it('is not looked at for somebody who is no teammate', async () => {
    const runtime = openClassicRuntime({ serve: gone });
    const item = runtime.compose();
    await runtime.fire('onNewMessageCompose');
    item.address(customer);
    expect(await runtime.fire('onMessageRecipientsChanged')).toMatchObject({ happenings: [], requests: [] });
  });
});
