import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StandInHappening, StandInMail } from '../office/standIn/standInMail.ts';
import { openStandInOffice, type StandInOffice } from '../office/standIn/standInOffice.ts';
import { fillCache, insertGiven, insertSignature, isAskedToInsert, readMail } from './forPane.ts';
import { readKnown } from './server/signatureCache.ts';
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
      const known = await readKnown({ account, from: account, composeType, recipients: null });
      expect(known).toMatchObject({ hash: first.hash });
    }
  });

  describe('puts in one that the person chose', () => {
    const chosen = { hash: 'fair', html: '<p>Noor, at the fair</p>', text: 'Noor, at the fair' };
    const asked = { composeType: 'newMail', from: account, images: 'hosted' };

    it('in the place of what stands there, asking for this mail and keeping nothing', async () => {
      office.compose(mail);
      await insertSignature(source);
      const kept = JSON.stringify(
        await readKnown({ account, from: account, composeType: 'newMail', recipients: null }),
      );
      const about: unknown[] = [];
      const read = (composing: object) => {
        about.push(composing);
        return Promise.resolve(chosen);
      };
      expect(await insertGiven(read)).toBe('in');
      expect(about).toMatchObject([asked]);
      expect(happenings.filter(({ kind }) => kind === 'signatureSet').at(-1)).toMatchObject({ content: chosen.html });
      const after = await readKnown({ account, from: account, composeType: 'newMail', recipients: null });
      expect(JSON.stringify(after)).toBe(kept);
    });

    it('with images that stay on the server where the mail takes none', async () => {
      const item = office.compose(mail);
      item.addFileAttachmentFromBase64Async = () => {
        throw new Error('not allowed');
      };
      const parts = [{ name: 'logo.png', content: 'AAAA' }];
      const read = ({ images }: { images: string }) =>
        Promise.resolve(images === 'attached' ? { ...chosen, parts } : { ...chosen, html: '<p>hosted</p>' });
      expect(await insertGiven(read)).toBe('in');
      expect(happenings.filter(({ kind }) => kind === 'signatureSet')).toMatchObject([{ content: '<p>hosted</p>' }]);
    });

    it('takes ours out where it says nothing in this kind of mail', async () => {
      office.compose(mail);
      await insertSignature(source);
      expect(await insertGiven(() => Promise.resolve({ hash: 'none', html: '', text: '' }))).toBe('none');
      expect(happenings.at(-1)).toMatchObject({ kind: 'signatureSet', content: '' });
    });

    it('says what kept it out', async () => {
      office.compose(mail);
      await expect(insertGiven(() => Promise.reject(new Error('not offered')))).rejects.toThrow('not offered');
      expect(await insertGiven(() => Promise.resolve({ ...chosen, html: 'x'.repeat(30_001) }))).toBe('refused');
    });
  });

  it('knows of what kind the mail is and from where it is sent', async () => {
    office.compose({ ...mail, composeType: 'reply', from: 'info@undersign.example' });
    expect(await readMail()).toEqual({ composeType: 'reply', from: 'info@undersign.example' });
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
