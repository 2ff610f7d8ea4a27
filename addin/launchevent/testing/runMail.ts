import { officeMethod } from '../../office/officeMethod.ts';
import type { StandInItem } from '../../office/standIn/standInItem.ts';
import type { StandInHappening } from '../../office/standIn/standInMail.ts';
import { answer, openClassicRuntime, type EventOutcome, type RuntimeOptions, type Serve } from './classicRuntime.ts';
import {
  addresses,
  hasSame,
  isAppointment,
  isCleared,
  signatures,
  type Age,
  type MailCase,
  type Sender,
} from './mailMatrix.ts';
import { after, serving } from './serving.ts';

/** What has become of a mail. */
export interface Seen {
  readonly holds: readonly string[];
  readonly isClientSignatureOff: boolean;
  readonly notices: number;
  /** For each round of events how many there were, how often Outlook was told that one is done, and when last. */
  readonly rounds: readonly { readonly events: number; readonly completions: number; readonly at: number }[];
}

const senderOf = (url: string): Sender => (url.includes(encodeURIComponent(addresses.shared)) ? 'shared' : 'own');

const servingAge =
  (age: Age, row: MailCase): Serve =>
  (request, clock) =>
    serving(signatures[hasSame(row) ? 'own' : senderOf(request.url)][age])(request, clock);

const refusing =
  (status: number, body: unknown): Serve =>
  () =>
    Promise.resolve(answer(status, body));

const serversFor = (row: MailCase): Readonly<Record<MailCase['api'], Serve>> => ({
  up: servingAge('current', row),
  slow: after(3000, servingAge('current', row)),
  late: after(60_000, servingAge('current', row)),
  gone: refusing(404, { code: 'not-a-teammate' }),
  401: refusing(401, { code: 'token-invalid' }),
  403: refusing(403, { code: 'forbidden' }),
  429: refusing(429, { code: 'too-many-requests' }),
  500: refusing(500, { code: 'internal' }),
  down: () => Promise.reject(new TypeError('network down')),
});

const hosts = { classic: 'Outlook', web: 'OutlookWebApp', phone: 'OutlookIOS' } as const;
const hostOf = ({ place }: MailCase) => hosts[place.slice(place.indexOf(' ') + 1) as keyof typeof hosts];

const eventOf = ({ place }: MailCase): string =>
  isAppointment(place) ? 'onNewAppointmentOrganizer' : 'onNewMessageCompose';

const mailOf = ({ place, composeType, format }: MailCase) =>
  ({ kind: isAppointment(place) ? 'appointment' : 'message', composeType, format }) as const;

const bridges = { nested: 'answers', window: 'none', none: 'none', silent: 'silent' } as const;

/** What earlier mails have left with this client. */
async function openStorage(row: MailCase): Promise<NonNullable<RuntimeOptions['storage']>> {
  if (row.known === 'nothing') return true;
  const runtime = openClassicRuntime({ hostName: hostOf(row), serve: servingAge(row.known, row) });
  const item = runtime.compose(mailOf(row));
  await runtime.fire(eventOf(row));
  item.changeFrom(addresses.shared);
  await runtime.fire('onMessageFromChanged');
  return runtime.storage;
}

function takeAwayRights({ body, ...item }: StandInItem, target: StandInItem): void {
  const refused = officeMethod(() => new Error('PermissionDenied'));
  Object.assign(body, { setSignatureAsync: refused, prependAsync: refused, setSelectedDataAsync: refused });
  Object.assign(target, { ...item, body, disableClientSignatureAsync: refused });
}

/** Each signature as often as its words stand in the mail. */
async function readHeld(item: StandInItem): Promise<readonly string[]> {
  const text = await new Promise<string>((resolve) =>
    item.body.getAsync('text', ({ value }: { value: unknown }) => resolve(String(value))),
  );
  const named = (['own', 'shared'] as const).flatMap((sender) =>
    (['current', 'older'] as const).map((age) => ({ name: `${sender} ${age}`, words: signatures[sender][age].text })),
  );
  return named
    .flatMap(({ name, words }) =>
      text
        .split(words)
        .slice(1)
        .map(() => name),
    )
    .sort();
}

type Runtime = ReturnType<typeof openClassicRuntime>;

/** Changes the sender as the case says; the outcome of each round of events. */
async function changeSender(row: MailCase, item: StandInItem, runtime: Runtime): Promise<readonly EventOutcome[]> {
  if (row.from === 'stays') return [];
  const fire = (): Promise<EventOutcome> =>
    runtime.fireTogether(...new Array<string>(row.events === 'one' ? 1 : 2).fill('onMessageFromChanged'));
  const clears = isCleared(row);
  item.changeFrom(addresses.shared, { clears });
  if (row.from === 'to shared') return [await fire()];
  const there = runtime.start('onMessageFromChanged');
  await runtime.settle();
  item.changeFrom(addresses.own, { clears });
  const back = await fire();
  return [{ ...back, happenings: [...there.happenings, ...back.happenings] }];
}

const count = (happenings: readonly StandInHappening[], kind: StandInHappening['kind']): number =>
  happenings.filter((happening) => happening.kind === kind).length;

/** Does with the built handler what a case of the matrix says. */
export async function runMail(row: MailCase): Promise<Seen> {
  const runtime = openClassicRuntime({
    hostName: hostOf(row),
    nestedAppAuth: row.signIn !== 'window',
    bridge: bridges[row.signIn],
    serve: serversFor(row)[row.api],
    storage: await openStorage(row),
  });
  const body = row.body === 'empty' ? '' : signatures.own[row.body === 'holds older' ? 'older' : 'current'].text;
  const item = runtime.compose({ ...mailOf(row), body });
  // Phones have the call in their library, and do not answer it.
  if (row.place === 'message phone')
    Object.assign(item, { isClientSignatureEnabledAsync: officeMethod(() => new Error('NotSupported')) });
  if (row.access === 'read only') takeAwayRights(item, item);
  const events = row.events === 'one' ? 1 : 2;
  const opened = await runtime.fireTogether(...new Array<string>(events).fill(eventOf(row)));
  const outcomes = [opened, ...(await changeSender(row, item, runtime))];
  const happenings = outcomes.flatMap((outcome) => outcome.happenings);
  return {
    holds: await readHeld(item),
    isClientSignatureOff: count(happenings, 'clientSignatureDisabled') > 0,
    notices: count(happenings, 'noticeShown'),
    rounds: outcomes.map(({ completions, completedAt }) => ({ events, completions, at: completedAt })),
  };
}
