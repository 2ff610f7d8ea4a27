import { describe, expect, it } from '@jest/globals';
import { officeMethod } from '../../office/officeMethod.ts';
import type { StandInItem } from '../../office/standIn/standInItem.ts';
import { answer, openClassicRuntime, type Serve } from '../testing/classicRuntime.ts';

type Done = (result: unknown) => void;
type Method = (...given: readonly unknown[]) => void;

const refusal = {
  status: 'failed',
  error: { code: 5100, name: 'API Call Failed', message: 'Wait until the previous call completes.' },
};

/** As Microsoft says of Outlook on the web, the new Outlook and phones. */
function takeThreeAtOnce(item: StandInItem): void {
  let underWay = 0;
  const limited =
    (method: Method): Method =>
    (...given) => {
      const done = given.at(-1) as Done;
      if (underWay === 3) {
        queueMicrotask(() => done(refusal));
        return;
      }
      underWay += 1;
      method(...given.slice(0, -1), (result: unknown) => {
        underWay -= 1;
        done(result);
      });
    };
  const limitIn = (target: object): void => {
    for (const [name, value] of Object.entries(target) as [string, unknown][]) {
      const copy = typeof value === 'object' && value !== null ? { ...value } : value;
      if (copy !== null && typeof copy === 'object') limitIn(copy);
      Object.assign(target, { [name]: name.endsWith('Async') ? limited(value as Method) : copy });
    }
  };
  limitIn(item);
}

const told = ['composeType', 'from', 'recipients'] as const;

/** Each mail has another, and a rule asks who is addressed. */
const byMail: Serve = ({ url }) => {
  const asked = told.map((name) => new URL(url).searchParams.get(name) ?? 'nobody').join(', ');
  const signature = { hash: asked.replaceAll(' ', ''), html: `<p>For ${asked}</p>`, text: `For ${asked}` };
  return Promise.resolve(answer(200, { ...signature, internalDomains: ['undersign.example'] }, `"${asked}"`));
};

const shared = 'sales@undersign.example';
const toColleague = { composeType: 'reply', from: shared, to: ['sam@undersign.example'] } as const;

describe.each(['OutlookWebApp', 'newOutlookWindows', 'OutlookIOS'] as const)(
  '%s, which takes three calls',
  (hostName) => {
    it.each([
      ['the first mail of all', false],
      ['one whose signature is known', true],
    ])('at a time, gives %s the signature that is for it', async (_which, isKnown) => {
      const earlier = openClassicRuntime({ hostName, serve: byMail });
      if (isKnown) {
        earlier.compose(toColleague);
        await earlier.fire('onNewMessageCompose');
      }
      const runtime = openClassicRuntime({ hostName, serve: byMail, storage: earlier.storage });
      const item = runtime.compose(toColleague);
      const customer = { emailAddress: 'robin@elsewhere.example', recipientType: 'externalUser' };
      item.cc = { getAsync: officeMethod(() => [customer]) };
      takeThreeAtOnce(item);
      const { happenings, completions } = await runtime.fire('onNewMessageCompose');
      expect(happenings).toEqual([
        { kind: 'signatureSet', content: `<p>For reply, ${shared}, external</p>`, format: 'html' },
        { kind: 'clientSignatureDisabled' },
      ]);
      expect(completions).toBe(1);
    });
  },
);
