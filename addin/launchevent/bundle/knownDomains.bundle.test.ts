import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cacheKey, type KnownSignature } from '../server/signatureCache.ts';
import { answer, openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { lastSet } from '../testing/serving.ts';

const account = 'noor@undersign.example';
const domains = ['undersign.example'];
const customer = 'robin@elsewhere.example';
const key = cacheKey({ account, from: account, composeType: 'newMail', recipients: null });
const domainsKey = `undersign:domains:${account}`;

/** A tenant whose rule for others than colleagues can be switched, with ETags as the API gives them. */
function openTenant() {
  const state = { isOn: true };
  const serve: Serve = ({ url, headers }) => {
    const isExternal = state.isOn && url.includes('recipients=external');
    const name = isExternal ? 'Contoso BV' : 'Noor van Dijk';
    const etag = `"${isExternal ? 'out' : 'any'}${state.isOn ? '-domains' : ''}"`;
    if (headers['If-None-Match'] === etag) return Promise.resolve(answer(304, null, etag));
    const internalDomains = state.isOn ? domains : null;
    const body = { hash: isExternal ? 'out' : 'any', html: `<p>${name}</p>`, text: name, internalDomains };
    return Promise.resolve(answer(200, body, etag));
  };
  return { serve, switchTo: (isOn: boolean) => void (state.isOn = isOn) };
}

const forOthers = { content: '<p>Contoso BV</p>' };

type Runtime = ReturnType<typeof openClassicRuntime>;

/** A new mail that is addressed to a customer once it was opened. */
async function addressLater(runtime: Runtime) {
  const item = runtime.compose();
  await runtime.fire('onNewMessageCompose');
  item.address(customer);
  return runtime.fire('onMessageRecipientsChanged');
}

async function openKnowing() {
  const tenant = openTenant();
  const runtime = openClassicRuntime({ serve: tenant.serve });
  runtime.compose();
  await runtime.fire('onNewMessageCompose');
  return { tenant, runtime, store: runtime.storage.storage };
}

describe('that recipients matter', () => {
  it('is known again once their rule is switched on again, also where the new mail is as it was', async () => {
    const { tenant, runtime } = await openKnowing();
    tenant.switchTo(false);
    runtime.compose({ composeType: 'reply' });
    await runtime.fire('onNewMessageCompose');
    tenant.switchTo(true);
    expect(lastSet(await addressLater(runtime))).toMatchObject(forOthers);
  });

  it('counts in the same mail, where who is addressed is known from the start', async () => {
    const { runtime, store } = await openKnowing();
    await store.removeItem(domainsKey);
    runtime.compose({ to: [customer] });
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.requests.map(({ headers }) => headers['If-None-Match'])).toEqual(['"any-domains"', undefined]);
    expect(lastSet(outcome)).toMatchObject(forOthers);
  });

  it('is found out where it was not kept, or only the signature was', async () => {
    const { runtime, store } = await openKnowing();
    await store.removeItem(domainsKey);
    expect(lastSet(await addressLater(runtime))).toMatchObject(forOthers);
  });

  it('is asked anew where a version before kept the signature, which does not say', async () => {
    const { runtime, store } = await openKnowing();
    const kept = JSON.parse((await store.getItem(key)) ?? '') as KnownSignature;
    await store.setItem(key, JSON.stringify({ ...kept, domains: undefined }));
    await store.removeItem(domainsKey);
    runtime.compose();
    const { requests } = await runtime.fire('onNewMessageCompose');
    expect(requests[0]?.headers).not.toHaveProperty('If-None-Match');
    expect(lastSet(await addressLater(runtime))).toMatchObject(forOthers);
  });

  it('is no longer asked about once no rule does, also where the mail is as it was', async () => {
    const { tenant, runtime } = await openKnowing();
    tenant.switchTo(false);
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    // As an answer of another kind of mail left them that came late.
    await runtime.storage.storage.setItem(domainsKey, JSON.stringify(domains));
    expect(await addressLater(runtime)).toMatchObject({ happenings: [], requests: [], completedAt: 0 });
  });

  it('holds from the second new mail on, whatever the mails before were and what of them was kept', async () => {
    const step = fc.record({
      isOn: fc.boolean(),
      composeType: fc.constantFrom('newMail', 'reply', 'forward'),
      to: fc.constantFrom([], [customer], ['sam@undersign.example']),
      isLost: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
        const tenant = openTenant();
        const runtime = openClassicRuntime({ serve: tenant.serve });
        for (const { isOn, composeType, to, isLost } of steps) {
          tenant.switchTo(isOn);
          runtime.compose({ composeType, to });
          await runtime.fire('onNewMessageCompose');
          if (isLost) await runtime.storage.storage.removeItem(domainsKey);
        }
        tenant.switchTo(true);
        runtime.compose();
        await runtime.fire('onNewMessageCompose');
        expect(lastSet(await addressLater(runtime))).toMatchObject(forOthers);
      }),
      { numRuns: 60 },
    );
  });
});
