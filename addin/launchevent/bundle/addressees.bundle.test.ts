import { describe, expect, it } from '@jest/globals';
import { answer, openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { lastSet } from '../testing/serving.ts';

const colleague = 'sam@undersign.example';
const [robin, kim, other] = ['Robin@Fabrikam.example', 'kim@fabrikam.example', 'lee@elsewhere.example'];

/** A tenant with a rule about one address, and a later one about its domain. */
const openTenant = ({ internalDomains = null as readonly string[] | null } = {}) => {
  const addressees = ['robin@fabrikam.example', 'fabrikam.example'];
  const serve: Serve = ({ url }) => {
    const named = new URL(url).searchParams.get('addressed')?.split(',') ?? [];
    const hash = addressees.find((one) => named.includes(one)) ?? 'anybody';
    const body = { hash, html: `<p>For ${hash}</p>`, text: `For ${hash}`, internalDomains, addressees };
    return Promise.resolve(answer(200, body, `"${hash}"`));
  };
  return openClassicRuntime({ serve });
};

const forWhom = (whom: string) => ({ content: `<p>For ${whom}</p>` });
const asked = (requests: readonly { readonly url: string }[]): readonly string[] =>
  requests.map(({ url }) => new URL(url).search.replace(/^.*?from=[^&]*/, '').replace(/&client=.*$/, ''));

describe('an addressee that a rule names', () => {
  it('decides in an answer at once, also in the first mail of all, and the server is told of nobody else', async () => {
    const runtime = openTenant();
    runtime.compose({ composeType: 'reply', to: [other, robin, colleague] });
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toMatchObject(forWhom('robin@fabrikam.example'));
    expect(outcome.requests.map(({ url }) => url).join('')).not.toMatch(/elsewhere|sam/);
    runtime.compose({ composeType: 'reply', to: [kim] });
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject(forWhom('fabrikam.example'));
    runtime.compose({ composeType: 'reply', to: [other, 'kim@mail.fabrikam.example'] });
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject(forWhom('anybody'));
  });

  it('changes the signature of a mail being written, there and back', async () => {
    const runtime = openTenant({ internalDomains: ['undersign.example'] });
    const item = runtime.compose();
    expect(lastSet(await runtime.fire('onNewMessageCompose'))).toMatchObject(forWhom('anybody'));
    for (const [to, whom] of [
      [[other, kim], 'fabrikam.example'],
      [[other, kim, robin], 'robin@fabrikam.example'],
      [[other], 'anybody'],
    ] as const) {
      item.address(...to);
      expect(lastSet(await runtime.fire('onMessageRecipientsChanged'))).toMatchObject(forWhom(whom));
    }
  });

  it('is told beside whether anybody outside is addressed, and alone where that is not known', async () => {
    const runtime = openTenant({ internalDomains: ['undersign.example', 'fabrikam.example'] });
    const item = runtime.compose({ to: [colleague, kim] });
    const { requests } = await runtime.fire('onNewMessageCompose');
    expect(asked(requests)).toEqual(['', '&recipients=internal&addressed=fabrikam.example']);
    const unseen = runtime.compose();
    Object.assign(unseen, { to: { getAsync: () => undefined }, cc: item.to });
    const partly = await runtime.fire('onNewMessageCompose');
    expect(asked(partly.requests).at(-1)).toBe('&addressed=fabrikam.example');
    expect(lastSet(partly)).toMatchObject(forWhom('fabrikam.example'));
  });

  it('has the signature of the last such mail at hand, and one of all of them is kept', async () => {
    const addressees = Array.from({ length: 40 }, (_, at) => `customer-${String(at)}.example`);
    const state = { isAway: false };
    const serve: Serve = ({ url }) => {
      if (state.isAway) return Promise.reject(new TypeError('Failed to fetch'));
      const hash = new URL(url).searchParams.get('addressed') ?? 'anybody';
      const body = { hash, html: `<p>For ${hash}</p>`, text: `For ${hash}`, internalDomains: null, addressees };
      return Promise.resolve(answer(200, body, `"${hash}"`));
    };
    const runtime = openClassicRuntime({ serve });
    const { storage } = runtime.storage;
    const { setItem } = storage;
    const keys = new Set<string>();
    storage.setItem = (key, value) => {
      keys.add(key);
      return setItem(key, value);
    };
    const write = async (to: readonly string[]) => {
      runtime.compose({ composeType: 'reply', to: [...to] });
      return lastSet(await runtime.fire('onNewMessageCompose'));
    };
    for (const name of addressees) expect(await write([`kim@${name}`])).toMatchObject(forWhom(name));
    expect([...keys].filter((key) => key.includes(':reply'))).toHaveLength(2);
    state.isAway = true;
    expect(await write(['robin@customer-39.example'])).toMatchObject(forWhom('customer-39.example'));
    expect(await write(['robin@customer-38.example'])).toBeUndefined();
  });

  it('is told of as many as fit into an address, the first of whom rules name', async () => {
    const addressees = Array.from({ length: 300 }, (_, at) => `customer-${String(at)}@fabrikam.example`);
    const body = { hash: 'h', html: '<p>Noor</p>', text: 'Noor', internalDomains: null, addressees };
    const runtime = openClassicRuntime({ serve: () => Promise.resolve(answer(200, body, '"h"')) });
    runtime.compose({ composeType: 'reply', to: addressees.toReversed() });
    const { requests } = await runtime.fire('onNewMessageCompose');
    const told = new URL(requests.at(-1)?.url ?? '').searchParams.get('addressed');
    const names = told?.split(',') ?? [];
    expect(names.length).toBeGreaterThan(20);
    expect(names).toEqual(addressees.slice(0, names.length));
    expect(requests.at(-1)?.url.length).toBeLessThan(2048);
  });
});
