import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { expectMail } from '../../addin/launchevent/testing/expectedMail.ts';
import {
  hasSame,
  isPossibleCase,
  mailFactors,
  type MailCase,
  type Sender,
} from '../../addin/launchevent/testing/mailMatrix.ts';
import { firstOfEachValue, rowsToPlay, type RowOf } from '../../addin/launchevent/testing/pairwise.ts';
import type { SavedAssignments } from '../../server/src/contract/signatures/assignments.ts';
import type { RenderedSignature } from '../../server/src/contract/signatures/me.ts';
import { synced } from '../../server/tests/support/people/assignments.ts';
import { nobody } from '../../server/tests/support/people/selections.ts';
import { startUndersign, type Undersign } from '../../server/tests/support/processes/startUndersign.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openOutlook, type Outlook } from '../support/outlook/openOutlook.ts';
import { playMail, type Words } from '../support/outlook/playMail.ts';
import { signInByHand } from '../support/outlook/signInByHand.ts';
import { timed, waitLonger } from '../support/outlook/waitLonger.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

/** Phones, and classic Outlook, are played in a bare script engine instead: this office.js is that of the web. */
const factors = {
  ...mailFactors,
  place: ['message web', 'appointment web'],
  signIn: ['nested', 'popup', 'dialog', 'none'],
} as const;
type Row = RowOf<typeof factors>;

const asCase = ({ signIn, ...row }: Row): MailCase => ({
  ...row,
  signIn: signIn === 'popup' || signIn === 'dialog' ? 'window' : signIn,
});

/**
 * Back before an answer that takes its time, or put in at the very end, as what cannot be replaced is when no answer came:
 * only a clock that stands still says what came first, and office.js does not run on one.
 */
function needsStillClock({ place, from, api, format, known = 'nothing' }: Partial<Row>): boolean {
  if (api !== 'slow' && api !== 'late' && api !== '429') return false;
  if (from === 'there and back') return true;
  const isReplaceable = place !== 'appointment web' && format !== 'text';
  return !isReplaceable && (api === 'late' || known !== 'nothing');
}

const isPlayable = (row: Partial<Row>): boolean => {
  const { place, composeType, from } = row;
  const told = { ...(place && { place }), ...(composeType && { composeType }), ...(from && { from }) };
  return isPossibleCase(told) && !needsStillClock(row);
};

/** Each value once beside those that the bare engine plays in all pairs; every pair here too in the thorough run. */
const all = rowsToPlay(factors, isPlayable);
const rows = isThorough || process.env['MAIL_MATRIX'] !== undefined ? all : firstOfEachValue(all);
const nameOf = (row: Row): string => Object.values(row).join(', ');

/** Nothing is in the mail yet, and the pane that the notice opens can put it in. */
const isHelpedByHand = ({ signIn, known, access, from, body }: Row): boolean =>
  (signIn === 'popup' || signIn === 'dialog') &&
  known === 'nothing' &&
  access === 'write' &&
  from !== 'to shared' &&
  body === 'empty';

describe('what makes a difference to a mail, in real office.js', () => {
  let browser: Browser;
  let undersign: Undersign;
  let addresses: Readonly<Record<Sender, string>>;
  const current = new Map<string, Words>();
  const opened = new Map<Row['signIn'], Outlook>();

  beforeAll(async () => {
    [browser, undersign] = await Promise.all([openBrowser(), startUndersign({ isSecure: true })]);
    const admin = await undersign.connectedAdmin();
    await synced(admin, { ...nobody, everyone: true });
    const { assignments, revision } = await admin.get<SavedAssignments>('/api/assignments');
    await admin.put('/api/assignments', { assignments: { ...assignments, otherMailbox: 'theirs' }, revision });
    const { teammate, globalAdmin } = undersign.simulator.tenant.accounts;
    addresses = { own: teammate.userPrincipalName, shared: globalAdmin.userPrincipalName };
    const { api } = await undersign.signIn(addresses.own);
    for (const sender of ['own', 'shared'] as const)
      for (const composeType of mailFactors.composeType) {
        const path = `/api/me/signature?composeType=${composeType}&from=${encodeURIComponent(addresses[sender])}`;
        const { hash, html, text } = await api.get<RenderedSignature>(path);
        current.set(`${sender} ${composeType}`, { etag: `"${hash}"`, hash, html: html ?? '', text: text ?? '' });
      }
  });
  afterAll(async () => {
    await browser.close();
    await undersign.close();
  });

  const outlookFor = async (signIn: Row['signIn']): Promise<Outlook> => {
    const known = opened.get(signIn);
    if (known) return known;
    const accessToken = signIn === 'nested' ? (await undersign.signIn(addresses.own)).accessToken : null;
    const outlook = await openOutlook(browser, {
      addin: undersign.publicUrl,
      server: undersign.url,
      mailbox: addresses.own,
      accessToken,
      saysNested: signIn === 'nested' || signIn === 'none',
      windows: signIn === 'dialog' ? 'blocked' : 'open',
    });
    await outlook.context.clock.install();
    // Once more, for the timers of this clock.
    await outlook.context.addInitScript(waitLonger, timed);
    opened.set(signIn, outlook);
    return outlook;
  };

  const wordsIn =
    ({ composeType, ...row }: Row) =>
    (whose: Sender, age: 'current' | 'older'): Words => {
      const sender = hasSame(row) ? 'own' : whose;
      const words = current.get(`${sender} ${composeType}`);
      if (!words) throw new Error('There is no such signature.');
      const old = `Of ${sender}, as it was until last year`;
      return age === 'current' ? words : { etag: '"old"', hash: `old-${sender}`, html: `<p>${old}</p>`, text: old };
    };

  const standing = (row: Row): readonly string[] => {
    const words = wordsIn(row);
    const { holds } = expectMail(asCase(row));
    return holds
      .map((name) => name.split(' ') as [Sender, 'current' | 'older'])
      .map(([sender, age]) => words(sender, age)[row.format]);
  };
  const stoodBefore = (row: Row): readonly string[] =>
    row.body === 'empty' ? [] : [wordsIn(row)('own', row.body === 'holds older' ? 'older' : 'current')[row.format]];

  test.each(rows.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
    const outlook = await outlookFor(row.signIn);
    const expected = expectMail(asCase(row));
    const seen = await playMail({ outlook, row: asCase(row), addresses, words: wordsIn(row) }, expected);
    const events = row.events === 'one' ? 1 : 2;
    const rounds = row.from === 'stays' ? 1 : 2;
    expect({
      ...seen,
      holds: [...seen.holds, ...stoodBefore(row)].toSorted(),
      early: seen.early.every((done) => done < events),
    }).toEqual({
      holds: [...standing(row)].toSorted(),
      isClientSignatureOff: expected.isClientSignatureOff,
      notices: expected.isTold ? 1 : 0,
      completions: rounds * events + (row.from === 'there and back' ? 1 : 0),
      early: true,
    });
    if (isHelpedByHand(row)) await signIn(outlook, row);
  });

  const signIn = async (outlook: Outlook, row: Row): Promise<void> => {
    const pane = await outlook.openPane(JSON.stringify({ task: 'signIn' }));
    const who = undersign.simulator.tenant.accounts.teammate.displayName;
    await signInByHand(outlook, row.signIn === 'dialog' ? 'dialog' : 'popup', { pane, who });
    await pane.getByText(say('notices.byHand.in')).waitFor();
    await outlook.closePane();
    expect((await outlook.mail()).sets.at(-1)?.content).toBe(wordsIn(row)('own', 'current')[row.format]);
  };
});
