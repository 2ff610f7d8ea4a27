import { describe, expect, it } from '@jest/globals';
import { officeMethod } from '../../office/officeMethod.ts';
import type { StandInItem } from '../../office/standIn/standInItem.ts';
import {
  answer,
  openClassicRuntime,
  type EventOutcome,
  type RuntimeOptions,
  type Serve,
} from '../testing/classicRuntime.ts';
import { EMPTY_MS, FILLED_MS, first, lastSet, never, second, serving, switchable } from '../testing/serving.ts';

describe('whatever fails, Outlook is told once and in time', () => {
  const broken = officeMethod(() => new Error('InternalError'));
  const empty = officeMethod(() => null);
  const silent = (): void => undefined;
  const throws = (): never => {
    throw new Error('not here');
  };
  const lacking = (item: StandInItem, name: keyof StandInItem): void => void Reflect.deleteProperty(item, name);
  const nothing = (): void => undefined;
  const fullStorage = {
    storage: {
      getItem: () => Promise.resolve(null),
      setItem: () => Promise.reject(new Error('QuotaExceededError')),
      removeItem: () => Promise.resolve(undefined),
    },
  };

  const page = '<!doctype html><title>Sign in to the network</title>';
  const isNoJson = (): Promise<never> =>
    Promise.reject(new SyntaxError(`Unexpected token '<', "${page}" is not valid JSON`));
  const replying =
    (status: number, body: unknown = null): Serve =>
    () =>
      Promise.resolve(body === page ? { ...answer(status), json: isNoJson } : answer(status, body));
  const serve = serving(first);

  /** What is in the mail at the end: the last good signature stays where nothing better came, whatever the case. */
  type Case = [name: string, holds: 'ours' | 'nothing', RuntimeOptions, breakItem: (item: StandInItem) => void];
  const list: Case[] = [
    ['no network', 'nothing', {}, nothing],
    ['not signed in', 'nothing', { serve: replying(401, { code: 'token-invalid' }) }, nothing],
    ['a token of another tenant', 'nothing', { serve: replying(403, { code: 'tenant-not-admitted' }) }, nothing],
    ['a server error', 'nothing', { serve: replying(500) }, nothing],
    ['a proxy’s page in place of an answer', 'nothing', { serve: replying(200, page) }, nothing],
    ['a proxy’s page that asks to sign in', 'nothing', { serve: replying(401, page) }, nothing],
    ['a proxy’s page that forbids', 'nothing', { serve: replying(403, page) }, nothing],
    ['a proxy that wants to be signed in to', 'nothing', { serve: replying(407, page) }, nothing],
    ['a proxy behind which nothing answers', 'nothing', { serve: replying(502, page) }, nothing],
    [
      'an answer that cannot be read',
      'nothing',
      { serve: () => Promise.resolve({ ...answer(200), json: throws }) },
      nothing,
    ],
    ['an answer that is no signature', 'nothing', { serve: replying(200, { hello: 1 }) }, nothing],
    ['a proxy’s 404', 'nothing', { serve: replying(404, { message: 'nope' }) }, nothing],
    ['an unchanged signature that nobody has', 'nothing', { serve: replying(304) }, nothing],
    ['more than Outlook takes', 'nothing', { serve: serving({ ...second, html: 'x'.repeat(30_001) }) }, nothing],
    ['a server that never answers', 'nothing', { serve: never }, nothing],
    ['a body that never ends', 'nothing', { serve: () => Promise.resolve({ ...answer(200), json: never }) }, nothing],
    ['Outlook that never hands out a token', 'nothing', { bridge: 'silent', serve }, nothing],
    ['no nested app authentication', 'nothing', { nestedAppAuth: false, serve }, nothing],
    ['a client that says it can sign in but cannot', 'nothing', { bridge: 'none', serve }, nothing],
    ['a file no server filled in', 'nothing', { filledIn: false, serve }, nothing],
    ['no storage', 'ours', { storage: false, serve }, nothing],
    ['storage that is full', 'ours', { storage: fullStorage, serve }, nothing],
    ['setSignatureAsync refusing', 'nothing', { serve }, (item) => (item.body.setSignatureAsync = broken)],
    ['setSignatureAsync never answering', 'nothing', { serve }, (item) => (item.body.setSignatureAsync = silent)],
    ['setSignatureAsync throwing', 'nothing', { serve }, (item) => (item.body.setSignatureAsync = throws)],
    ['getComposeTypeAsync never answering', 'ours', { serve }, (item) => (item.getComposeTypeAsync = silent)],
    ['getComposeTypeAsync refusing', 'ours', { serve }, (item) => (item.getComposeTypeAsync = broken)],
    ['sessionData never answering', 'ours', { serve }, (item) => (item.sessionData.getAsync = silent)],
    ['sessionData answering with nothing (Mac)', 'ours', { serve }, (item) => (item.sessionData.getAsync = empty)],
    ['getComposeTypeAsync answering with nothing', 'ours', { serve }, (item) => (item.getComposeTypeAsync = empty)],
    ['no sessionData (mobile)', 'ours', { serve }, (item) => lacking(item, 'sessionData')],
    ['no from', 'ours', { serve }, (item) => lacking(item, 'from')],
    ['no notices', 'ours', { serve }, (item) => lacking(item, 'notificationMessages')],
    ['no getComposeTypeAsync', 'ours', { serve }, (item) => lacking(item, 'getComposeTypeAsync')],
    [
      'no isClientSignatureEnabledAsync (mobile)',
      'ours',
      { serve, hostName: 'OutlookIOS' },
      (item) => lacking(item, 'isClientSignatureEnabledAsync'),
    ],
  ];

  const cases = list.map(([name, holds, options, breakItem]) => ({ name, holds, options, breakItem }));

  const written = ({ happenings }: EventOutcome) => happenings.filter(({ kind }) => !kind.startsWith('notice'));
  const inserted = {
    ours: [{ kind: 'signatureSet', content: first.html, format: 'html' }, { kind: 'clientSignatureDisabled' }],
    nothing: [],
  } as const;

  it.each(cases)('$name: $holds', async ({ holds, options, breakItem }) => {
    const runtime = openClassicRuntime(options);
    breakItem(runtime.compose());
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(outcome.completions).toBe(1);
    expect(outcome.completedAt).toBeLessThanOrEqual(EMPTY_MS);
    expect(written(outcome)).toEqual(inserted[holds]);
  });

  it.each(cases)('$name; a client that knows the last good one has that', async ({ name, options, breakItem }) => {
    const earlier = openClassicRuntime({ serve });
    earlier.compose();
    await earlier.fire('onNewMessageCompose');
    const runtime = openClassicRuntime({ storage: earlier.storage, ...options });
    breakItem(runtime.compose());
    const outcome = await runtime.fire('onNewMessageCompose');
    const holds = name.startsWith('setSignatureAsync') ? 'nothing' : 'ours';
    expect(outcome.completions).toBe(1);
    expect(outcome.completedAt).toBeLessThanOrEqual(holds === 'ours' ? FILLED_MS : EMPTY_MS);
    expect(written(outcome)).toEqual(inserted[holds]);
  });

  it('the signature is in each mail also while storage is full', async () => {
    const runtime = openClassicRuntime({ storage: fullStorage, serve: serving(first) });
    for (const mail of ['first', 'second']) {
      runtime.compose();
      const outcome = await runtime.fire('onNewMessageCompose');
      expect([mail, lastSet(outcome)]).toEqual([mail, { kind: 'signatureSet', content: first.html, format: 'html' }]);
    }
  });

  it('no item at all', async () => {
    const outcome = await openClassicRuntime().fire('onNewMessageCompose');
    expect(outcome.completions).toBe(1);
  });

  it.each(['isClientSignatureEnabledAsync', 'sessionData', 'from'] as const)(
    'a client without %s still gets the signature',
    async (name) => {
      const runtime = openClassicRuntime({ serve: serving(first), hostName: 'OutlookIOS' });
      lacking(runtime.compose(), name);
      const outcome = await runtime.fire('onNewMessageCompose');
      expect(lastSet(outcome)).toMatchObject({ kind: 'signatureSet', content: first.html });
    },
  );

  it('the last good signature is in the mail although the server is down', async () => {
    const server = switchable(serving(first));
    const runtime = openClassicRuntime({ serve: server.serve });
    runtime.compose();
    await runtime.fire('onNewMessageCompose');
    server.to(() => Promise.reject(new TypeError('down')));
    runtime.compose();
    const outcome = await runtime.fire('onNewMessageCompose');
    expect(lastSet(outcome)).toEqual({ kind: 'signatureSet', content: first.html, format: 'html' });
  });

  it('Outlook’s own signature stays when ours is refused', async () => {
    const runtime = openClassicRuntime({ serve: serving(first) });
    runtime.compose().body.setSignatureAsync = broken;
    expect((await runtime.fire('onNewMessageCompose')).happenings).toEqual([]);
  });
});
