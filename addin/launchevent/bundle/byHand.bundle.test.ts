import { afterEach, describe, expect, it } from '@jest/globals';
import { insertGiven, insertSignature } from '../forPane.ts';
import { answer, openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { lastSet, switchable } from '../testing/serving.ts';

const account = 'noor@undersign.example';
const shared = 'info@undersign.example';
const colleague = 'sam@undersign.example';
const customer = 'robin@elsewhere.example';

/** What comes by itself differs by sender and by who is addressed. */
const byEverything: Serve = ({ url }) => {
  const about = [/from=([^&]*)/.exec(url)?.[1], /recipients=(\w+)/.exec(url)?.[1]].join(' ');
  const signature = { hash: about.replace(/\W/g, ''), html: `<p>Noor for ${about}</p>`, text: `Noor for ${about}` };
  return Promise.resolve(answer(200, { ...signature, internalDomains: ['undersign.example'] }, `"${signature.hash}"`));
};

const chosen = { hash: 'fair', html: '<p>Noor van Dijk, at the fair</p>', text: 'Noor van Dijk, at the fair' };

describe('a signature that was chosen by hand in the pane', () => {
  const before = { Office: globalThis.Office, fetch: globalThis.fetch };
  afterEach(() => {
    Object.assign(globalThis, before);
    Reflect.deleteProperty(globalThis, 'OfficeRuntime');
  });

  /** A mail with what comes by itself; that a rule asks about recipients is known since an earlier one. */
  const open = async () => {
    const server = switchable(byEverything);
    const runtime = openClassicRuntime({ serve: server.serve });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    const item = runtime.compose({ to: [colleague] });
    await runtime.fire('onNewMessageCompose');
    Object.assign(globalThis, { Office: runtime.office, OfficeRuntime: runtime.storage });
    return { runtime, item, server };
  };
  const choose = async () => {
    const opened = await open();
    expect(await insertGiven(() => Promise.resolve(chosen))).toBe('in');
    return opened;
  };

  it('stays whoever is addressed', async () => {
    const { runtime, item } = await choose();
    for (const people of [[customer], [], [colleague], [colleague, customer]]) {
      item.address(...people);
      expect((await runtime.fire('onMessageRecipientsChanged')).happenings).toEqual([]);
    }
    // Nor is the mail one that was never dealt with.
    expect((await runtime.fire('onNewMessageCompose')).happenings).toEqual([]);
  });

  it('goes with From, and so does that it was chosen', async () => {
    const { runtime, item } = await choose();
    item.changeFrom(shared);
    const html = (about: string) => ({ content: `<p>Noor for ${about}</p>` });
    const shares = encodeURIComponent(shared);
    expect(lastSet(await runtime.fire('onMessageFromChanged'))).toMatchObject(html(`${shares} internal`));
    item.address(customer);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject(html(`${shares} external`));
    item.changeFrom(account);
    const back = lastSet(await runtime.fire('onMessageFromChanged'));
    expect(back).toMatchObject(html(`${encodeURIComponent(account)} external`));
  });

  it('is no longer one that was chosen once From is another, also where nobody answers for that one at first', async () => {
    const { runtime, item, server } = await choose();
    server.to(() => Promise.reject(new TypeError('network down')));
    item.changeFrom(shared);
    expect((await runtime.fire('onMessageFromChanged')).happenings).toEqual([]);
    server.to(byEverything);
    item.address(customer);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject({
      content: `<p>Noor for ${encodeURIComponent(shared)} external</p>`,
    });
  });

  it('gives way to what comes by itself where the person asks for that', async () => {
    const { runtime, item } = await choose();
    const source = { origin: 'https://undersign.example', getToken: () => Promise.resolve('token') };
    const fetch = (url: string) => byEverything({ url, headers: {} }, undefined as never);
    Object.assign(globalThis, { fetch });
    expect(await insertSignature(source)).toBe('in');
    item.address(customer);
    expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject({
      content: expect.stringContaining('external'),
    });
  });

  it('leaves no trace in what is kept for the mails to come, nor does a draft', async () => {
    const { runtime } = await open();
    const { storage } = runtime.storage;
    const written: string[] = [];
    storage.setItem = (key) => Promise.resolve(void written.push(key));
    storage.removeItem = (key) => Promise.resolve(void written.push(key));
    expect(await insertGiven(() => Promise.resolve(chosen))).toBe('in');
    expect(written).toEqual([]);
    runtime.compose();
    const next = lastSet(await runtime.fire('onNewMessageCompose'));
    expect(next).toMatchObject({ content: expect.stringContaining('Noor for') });
  });
});
