import type { BrowserContext, Request, Route } from 'playwright-core';
import type { ExpectedMail } from '../../../addin/launchevent/testing/expectedMail.ts';
import {
  hasSame,
  isCleared,
  type Age,
  type MailCase,
  type Sender,
} from '../../../addin/launchevent/testing/mailMatrix.ts';
import { cacheKey } from '../../../addin/launchevent/server/signatureCache.ts';
import type { Outlook } from './openOutlook.ts';

export interface Words {
  readonly etag: string;
  readonly hash: string;
  readonly html: string;
  readonly text: string;
}

/** Whose signature, how old, in this kind of mail. */
export type WordsOf = (sender: Sender, age: Age) => Words;

export interface Played {
  readonly outlook: Outlook;
  readonly row: MailCase;
  readonly addresses: Readonly<Record<Sender, string>>;
  readonly words: WordsOf;
}

const problem = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ code }),
});

const refusals: Partial<Record<MailCase['api'], (route: Route) => Promise<void>>> = {
  gone: (route) => route.fulfill(problem(404, 'not-a-teammate')),
  401: (route) => route.fulfill(problem(401, 'token-invalid')),
  403: (route) => route.fulfill(problem(403, 'forbidden')),
  429: (route) => route.fulfill(problem(429, 'too-many-requests')),
  500: (route) => route.fulfill(problem(500, 'internal')),
  down: (route) => route.abort(),
};

const pattern = '**/api/me/signature**';

/** To the real server, which is asked as for oneself where both have the same. */
function letThrough(route: Route, { row, addresses }: Played): Promise<void> {
  const url = new URL(route.request().url());
  if (hasSame(row)) url.searchParams.set('from', addresses.own);
  return route.fallback({ url: url.href });
}

/** How the API is as the row says; what takes time is let go by hand. */
export async function openApi(context: BrowserContext, played: Played) {
  const { api } = played.row;
  const waiting: Route[] = [];
  let asked = 0;
  let answered = 0;
  const noteAnswer = (request: Request): void => {
    if (new URL(request.url()).pathname === '/api/me/signature') answered += 1;
  };
  context.on('requestfinished', noteAnswer);
  await context.route(pattern, async (route) => {
    asked += 1;
    if (api === 'slow' || api === 'late') waiting.push(route);
    else await (refusals[api] ?? ((one) => letThrough(one, played)))(route);
  });
  return {
    asked: () => asked,
    /** Of what was asked, how much has come to the page. */
    answered: () => answered,
    /** Lets the real server answer. Requests of pages that have gone meanwhile are past help. */
    release: () => Promise.all(waiting.splice(0).map((route) => letThrough(route, played).catch(() => undefined))),
    close: () => {
      context.off('requestfinished', noteAnswer);
      return context.unroute(pattern);
    },
  };
}

type Api = Awaited<ReturnType<typeof openApi>>;

const eventOf = ({ place }: MailCase): string =>
  place.startsWith('app') ? 'onNewAppointmentOrganizer' : 'onNewMessageCompose';

/** What earlier mails have left with this client. */
async function fillStorage({ outlook, row, addresses, words }: Played): Promise<void> {
  const { known, composeType } = row;
  const senders = known === 'nothing' ? [] : (['own', 'shared'] as const);
  const entries = senders.map((sender): [string, string] => [
    cacheKey({ account: addresses.own, from: addresses[sender], composeType, recipients: null }),
    JSON.stringify({ ...words(sender, known === 'nothing' ? 'current' : known), confirmedAt: Date.now() }),
  ]);
  await (
    await outlook.frame('events')
  ).evaluate((kept) => {
    localStorage.clear();
    for (const [key, value] of kept) localStorage.setItem(key, value);
  }, entries);
}

const completed = async ({ outlook }: Played): Promise<number> => (await outlook.mail()).completed.length;

const allDone = ({ outlook }: Played, count: number): Promise<unknown> =>
  outlook.page.waitForFunction((wanted) => (window.fakeHost.mail?.completed.length ?? 0) >= wanted, count);

/** So often, and after so long, the API is asked again that has too many requests. */
const AGAIN_MS = [1000, 2000, 4000, 8000];

interface Waiting {
  readonly api: Api;
  /** Requests of the rounds before. */
  readonly asked: number;
  readonly moment: ExpectedMail['done'][number];
  /** Events that are done by then. */
  readonly before: number;
  /** Events that are done in the end. */
  readonly all: number;
}

/** Fails where it cannot come to this any more, because nothing is under way. */
const untilIs = async (played: Played, all: number, is: () => boolean): Promise<void> => {
  for (;;) {
    const isOver = (await completed(played)) >= all;
    if (is()) return;
    if (isOver) throw new Error('Every event is done, and the API was not asked as often as it should have been.');
  }
};

/** What has just come to the page of the events is dealt with: its next timer runs. */
const afterAnswer = async ({ outlook }: Played): Promise<void> => {
  await (
    await outlook.frame('events')
  ).evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
  );
};

/**
 * Lets the time pass that an event may take: before it nothing is done, after it everything. Nothing here depends on how
 * fast this machine is.
 */
async function pass(played: Played, { api, asked, moment, before, all }: Waiting): Promise<readonly number[]> {
  const { context } = played.outlook;
  if (moment.at === 0) return [];
  const isAskedAgain = played.row.api === '429' && moment.isExact;
  const early: number[] = [];
  for (const [index, jump] of (isAskedAgain ? AGAIN_MS : [moment.at]).entries()) {
    // A jump before the answer would pass by the wait that begins with it.
    const times = isAskedAgain ? api.answered : api.asked;
    await untilIs(played, all, () => times() > asked + index);
    if (isAskedAgain) await afterAnswer(played);
    early.push((await completed(played)) - before);
    await context.clock.fastForward(jump);
  }
  if (moment.isExact) await api.release();
  return early;
}

export interface Seen {
  /** Contents that stand in the mail. */
  readonly holds: readonly string[];
  readonly isClientSignatureOff: boolean;
  readonly notices: number;
  /** How often Outlook was told that an event is done. */
  readonly completions: number;
  /** Events that were done before their time. */
  readonly early: readonly number[];
}

/** Does with the built handler, in real office.js, what a row of the matrix says. */
export async function playMail(played: Played, { done }: ExpectedMail): Promise<Seen> {
  const { outlook, row, addresses, words } = played;
  await outlook.context.clearCookies();
  const api = await openApi(outlook.context, played);
  const kind = row.place.startsWith('app') ? 'appointment' : 'message';
  const body = row.body === 'empty' ? '' : words('own', row.body === 'holds older' ? 'older' : 'current').text;
  const { composeType, format, access } = row;
  const isTimed = done.some(({ at }) => at > 0);
  await outlook.compose({ kind, body, composeType, format, isReadOnly: access === 'read only' }, isTimed);
  await fillStorage(played);
  const events = row.events === 'one' ? 1 : 2;
  const early: number[] = [];
  let told = 0;
  const round = async (handler: string, moment: Waiting['moment'] | undefined): Promise<void> => {
    const before = told;
    const asked = api.asked();
    for (let event = 0; event < events; event += 1) await outlook.start(handler);
    told += events;
    if (moment) early.push(...(await pass(played, { api, asked, moment, before, all: told })));
    await allDone(played, told);
  };
  await round(eventOf(row), done[0]);
  const clears = isCleared(row);
  if (row.from !== 'stays') await outlook.changeFrom(addresses.shared, clears);
  if (row.from === 'to shared') await round('onMessageFromChanged', done[1]);
  if (row.from === 'there and back') {
    await outlook.raise('onMessageFromChanged');
    told += 1;
    await outlook.changeFrom(addresses.own, clears);
    await round('onMessageFromChanged', done[1]);
  }
  await api.close();
  const mail = await outlook.mail();
  const texts = kind === 'message' && row.format === 'html' ? mail.sets.slice(-1) : mail.sets;
  return {
    holds: texts.map(({ content }) => content).filter((content) => content !== ''),
    isClientSignatureOff: !mail.isOwnSignatureOn,
    notices: Object.keys(mail.notices).length,
    completions: mail.completed.length,
    early,
  };
}
