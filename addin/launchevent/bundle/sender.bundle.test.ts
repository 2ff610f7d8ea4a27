import { describe, expect, it } from '@jest/globals';
import { officeMethod } from '../../office/officeMethod.ts';
import { openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';
import { first, lastSet, second, serving } from '../testing/serving.ts';

describe('a sender whom Outlook', () => {
  const shared = 'Sales@undersign.example';
  const serve: Serve = (request, clock) => serving(request.url.includes('sales') ? second : first)(request, clock);
  const refusal = new Error('InternalError');
  const sender = (emailAddress: string) => ({ emailAddress, displayName: emailAddress });

  it.each([
    ['refuses to tell at first', [refusal]],
    ['has no address of at first', [sender('')]],
    ['refuses to tell later', [sender(shared), refusal]],
    ['writes in other capitals later', [sender(shared), sender(shared.toUpperCase())]],
  ])('%s has their signature in the mail', async (_what, told) => {
    const runtime = openClassicRuntime({ serve });
    const item = runtime.compose();
    item.from.getAsync = officeMethod(() => told.shift() ?? sender(shared));
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.happenings).toEqual([
      { kind: 'signatureSet', content: second.html, format: 'html' },
      { kind: 'clientSignatureDisabled' },
    ]);
  });

  it('tells slowly at first has theirs, also where that of the mailbox is known', async () => {
    const earlier = openClassicRuntime({ serve });
    earlier.compose();
    await earlier.fire('onNewMessageCompose');
    for (const { storage } of [earlier, openClassicRuntime()]) {
      const runtime = openClassicRuntime({ serve, storage });
      const item = runtime.compose({ from: shared });
      const { getAsync } = item.from;
      let asked = 0;
      item.from.getAsync = (...given) => {
        asked += 1;
        runtime.after(asked === 1 ? 3000 : 0, () => getAsync(...given));
      };
      const outcome = await runtime.fire('onNewMessageCompose');
      expect(lastSet(outcome)).toMatchObject({ content: second.html });
    }
  });

  it('tells every second time only is asked about twice', async () => {
    const runtime = openClassicRuntime({ serve });
    let asked = 0;
    runtime.compose().from.getAsync = officeMethod(() => {
      asked += 1;
      return asked % 2 === 1 ? refusal : sender(shared);
    });
    const outcome = await runtime.fire('onNewMessageCompose');
    expect([outcome.completions, outcome.requests.length]).toEqual([1, 2]);
  });
});
