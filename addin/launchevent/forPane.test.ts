import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StandInHappening, StandInMail } from '../office/standInMail.ts';
import { openStandInOffice, type StandInOffice } from '../office/standInOffice.ts';
import { fillCache, insertSignature, isAskedToInsert } from './forPane.ts';
import { cacheKey, readKnown } from './server/signatureCache.ts';
import { answer } from './testing/classicRuntime.ts';
import { first } from './testing/serving.ts';

const account = 'noor@undersign.example';
const mail: StandInMail = { kind: 'message', composeType: 'newMail', format: 'html', from: account, previewOf: null };
const source = { origin: 'https://undersign.example', getToken: () => Promise.resolve('token') };

describe('the pane beside a mail', () => {
  const before = { Office: globalThis.Office, fetch: globalThis.fetch };
  let happenings: StandInHappening[] = [];
  let asked: string[] = [];
  let office: StandInOffice;
  let respond = () => answer(200, first, '"h1"');
  beforeEach(() => {
    happenings = [];
    asked = [];
    respond = () => answer(200, first, '"h1"');
    office = openStandInOffice({
      account,
      hostName: 'Outlook',
      nestedAppAuth: false,
      report: (happening) => void happenings.push(happening),
    });
    const fetch = (url: string) => {
      asked.push(url);
      return Promise.resolve(respond());
    };
    Object.assign(globalThis, { Office: office.office, OfficeRuntime: office.officeRuntime, fetch });
  });
  afterEach(() => {
    Object.assign(globalThis, before);
    Reflect.deleteProperty(globalThis, 'OfficeRuntime');
  });

  it('puts the signature in with its own sign-in, where the client signs nobody in silently', async () => {
    office.compose(mail);
    expect(await insertSignature(source)).toBe('in');
    expect(happenings[0]).toEqual({ kind: 'signatureSet', content: first.html, format: 'html' });
  });

  it('says why nothing came', async () => {
    office.compose(mail);
    respond = () => answer(503);
    expect(await insertSignature(source)).toBe('unavailable');
    respond = () => answer(404, { code: 'not-a-teammate' });
    expect(await insertSignature(source)).toBe('none');
    respond = () => answer(200, first, '"h1"');
    office.compose({ ...mail, format: 'text' }).body.setSignatureAsync = () => {
      throw new Error('read only');
    };
    expect(await insertSignature(source)).toBe('refused');
  });

  it('leaves a signature of every kind of mail for the event handler', async () => {
    await fillCache(source);
    expect(asked).toHaveLength(3);
    for (const composeType of ['newMail', 'reply', 'forward'] as const) {
      const key = cacheKey({ account, from: account, composeType, recipients: null });
      expect(await readKnown(key)).toMatchObject({ hash: first.hash });
    }
  });

  it('keeps the promise of our note once, also where it is opened by it again', async () => {
    office.compose({ ...mail, opensWith: JSON.stringify({ task: 'signIn' }) });
    expect(await isAskedToInsert()).toBe(true);
    respond = () => answer(503);
    await insertSignature(source);
    expect(await isAskedToInsert()).toBe(true);
    respond = () => answer(200, first, '"h1"');
    expect(await insertSignature(source)).toBe('in');
    expect(await isAskedToInsert()).toBe(false);
  });

  it.each([
    [JSON.stringify({ task: 'signIn' }), true],
    [JSON.stringify({ task: 'else' }), false],
    ['', false],
    ['no JSON', false],
    ['null', false],
  ])('knows from %s whether it was opened by our note', async (opensWith, expected) => {
    office.compose({ ...mail, opensWith });
    expect(await isAskedToInsert()).toBe(expected);
  });
});
