/** Outlook as it calls itself, by what an admin tells apart. */
export const outlookClients = ['web', 'newWindows', 'classic', 'mac', 'ios', 'android', 'other'] as const;
export type OutlookClient = (typeof outlookClients)[number];

interface SeenClient {
  readonly client: OutlookClient;
  /** Of Outlook, in its own writing. */
  readonly version: string;
  /** The day, `2026-03-31`, in UTC. */
  readonly seenOn: string;
}

/** When and in which Outlook a teammate was last seen by our event handler. */
export interface Sighting {
  readonly teammateId: string;
  /** The newest first. */
  readonly clients: readonly SeenClient[];
  /** The last thing that went wrong there; null once a day passed without it. */
  readonly problem: { readonly code: string; readonly on: string } | null;
}

/** What a handler says with its request. */
export interface Report {
  readonly client: OutlookClient;
  readonly version: string;
  /** A code of ours; null: nothing went wrong since it was last asked. */
  readonly problem: string | null;
}

/**
 * The sighting after one more report, or null where the report says nothing that is not known: of any number of mails
 * a day, one is written down.
 */
export const noteReport = (
  before: Sighting | null,
  { teammateId, report, day }: { readonly teammateId: string; readonly report: Report; readonly day: string },
): Sighting | null => {
  const { client, version, problem } = report;
  const seen = { client, version, seenOn: day };
  const clients = before?.clients ?? [];
  const after = problemAfter(before?.problem ?? null, problem, day);
  const isSeen = clients.some((one) => one.client === client && one.version === version && one.seenOn === day);
  if (isSeen && isSameProblem(before?.problem ?? null, after)) return null;
  return { teammateId, clients: [seen, ...clients.filter((one) => one.client !== client)], problem: after };
};

const isSameProblem = (one: Sighting['problem'], other: Sighting['problem']): boolean =>
  one?.code === other?.code && one?.on === other?.on;

const problemAfter = (before: Sighting['problem'], code: string | null, day: string): Sighting['problem'] => {
  if (code !== null) return before?.code === code && before.on === day ? before : { code, on: day };
  return before?.on === day ? before : null;
};

/** By `mailbox.diagnostics.hostName`, which on a Mac is that of Windows, so there the handler says what it runs on. */
const clientNames: ReadonlyMap<string, OutlookClient> = new Map([
  ['OutlookWebApp', 'web'],
  ['newOutlookWindows', 'newWindows'],
  ['Outlook', 'classic'],
  ['Mac', 'mac'],
  ['OutlookIOS', 'ios'],
  ['OutlookAndroid', 'android'],
]);

/** Reads `Outlook/16.0.18025.20000`, as handlers say it; anything may come, and nothing of it is refused. */
export const readClient = (text: string): Pick<Report, 'client' | 'version'> => {
  const [name = '', version = ''] = text.split('/');
  return { client: clientNames.get(name) ?? 'other', version: version.replace(/[^\w.-]/g, '').slice(0, 40) };
};

/** A code, or null where it is none. */
export const readProblemCode = (text: string): string | null => (/^[a-z][a-z0-9-]{0,59}$/i.test(text) ? text : null);
