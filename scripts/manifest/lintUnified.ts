import type { unifiedManifest } from '../../server/src/api/manifest/unifiedManifest.ts';
import { knownEvents, type Built } from './knownEvents.ts';

type Manifest = ReturnType<typeof unifiedManifest>;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const valuesOf = (value: unknown, name: string): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : valuesOf(inner, name),
  );
};

const eventProblems = ({ extensions }: Manifest): readonly string[] => {
  const known = Object.values(knownEvents);
  return extensions
    .flatMap(({ autoRunEvents }) => autoRunEvents)
    .flatMap(({ requirements, events }) =>
      events.flatMap(({ type }) => {
        const event = known.find(({ unified }) => unified === type);
        const since = requirements.capabilities[0]?.minVersion;
        if (event === undefined) return [`Outlook does not know ${type}`];
        return event.since === since ? [] : [`${type} came with Mailbox ${event.since}, not ${since ?? 'nothing'}`];
      }),
    );
};

const actionProblems = ({ extensions }: Manifest, { handlers }: Built): readonly string[] => {
  const actions = extensions.flatMap(({ runtimes }) => runtimes).flatMap((runtime) => runtime.actions);
  const run = actions.filter(({ type }) => type === 'executeFunction').map(({ id }) => id);
  const used = extensions.flatMap(({ ribbons, autoRunEvents }) => valuesOf({ ribbons, autoRunEvents }, 'actionId'));
  return [
    ...used.filter((id) => !actions.some((action) => action.id === id)).map((id) => `no runtime has ${id}`),
    ...actions.filter(({ id }) => !used.includes(id)).map(({ id }) => `nothing uses ${id}`),
    ...run.filter((name) => !handlers.includes(name)).map((name) => `the built handler does not associate ${name}`),
    ...handlers.filter((name) => !run.includes(name)).map((name) => `nothing fires ${name}`),
  ];
};

/** What the JSON schema says nothing about; empty: the manifest is sound. */
export const lintUnified = (manifest: Manifest, built: Built): readonly string[] => {
  const origin = new URL(manifest.developer.websiteUrl).origin;
  const texts = textsIn(manifest);
  const scripts = manifest.extensions.flatMap(({ runtimes }) => valuesOf(runtimes, 'script'));
  const permissions = manifest.authorization.permissions.resourceSpecific.map(({ name }) => name);
  return [
    ...eventProblems(manifest),
    ...actionProblems(manifest, built),
    ...texts.filter((text) => text.startsWith('http:')).map((text) => `${text} is not https`),
    ...texts
      .filter((text) => text.startsWith(`${origin}/`) && !built.isServed(text.slice(origin.length)))
      .map((text) => `nothing is served at ${text}`),
    ...(scripts.length === 1 ? [] : ['classic Outlook is given no script']),
    ...(manifest.validDomains.includes(new URL(origin).host) ? [] : [`${origin} is not among the domains`]),
    ...(permissions.join() === 'MailboxItem.ReadWrite.User,Mailbox.SharedFolder'
      ? []
      : [`asks for ${permissions.join()}`]),
    ...(/^[1-9]\d*\.\d+\.\d+$/.test(manifest.version) ? [] : ['version is not 1.0.0 or more']),
  ];
};
