import {
  buttons,
  desktopIconSizes,
  events,
  iconFile,
  leastMailbox,
  pages,
  permission,
  phoneIconScales,
  phoneIconSizes,
  sharedFolders,
  surfaces,
  type Button,
  type Surface,
} from './addinDescription.ts';
import { manifestVersion, unifiedId, xmlId, type Environment } from './environment.ts';
import { english, productName, translations, type Texts } from './manifestTexts.ts';

const schemaVersion = '1.25';
const schemaUrl = (file: string) =>
  `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams${file}.schema.json`;

const openPane = 'openPane';
const mailbox = (minVersion: string) => ({ capabilities: [{ name: 'Mailbox', minVersion }] });

/**
 * The manifest for Microsoft 365 as one JSON document:
 * https://learn.microsoft.com/microsoft-365/extensibility/schema. It reaches Outlook on Windows and on the web; Mac and
 * phones need the XML one. Where both are deployed, this one hides the other.
 */
export const unifiedManifest = (environment: Environment, texts: Texts = english) => {
  const { origin, signIn } = environment;
  const site = `${origin}/`;
  return {
    $schema: schemaUrl(''),
    manifestVersion: schemaVersion,
    id: unifiedId(environment),
    version: manifestVersion,
    name: { short: productName, full: productName },
    description: { short: texts.summary, full: texts.description },
    developer: { name: productName, websiteUrl: site, privacyUrl: site, termsOfUseUrl: site },
    icons: { color: packedIcons.color, outline: packedIcons.outline },
    accentColor: '#0B3D78',
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: Object.keys(translations).map((languageTag) => ({
        languageTag,
        file: `${languageTag}.json`,
      })),
    },
    validDomains: [origin, ...signIn].map((url) => new URL(url).host),
    authorization: {
      permissions: {
        resourceSpecific: [permission.unified, sharedFolders].map((name) => ({ name, type: 'Delegated' })),
      },
    },
    extensions: [
      {
        requirements: { scopes: ['mail'], ...mailbox(leastMailbox) },
        runtimes: runtimes(origin),
        ribbons: [...desktopRibbons(origin, texts), phoneRibbon(origin, texts)],
        autoRunEvents: autoRunEvents(),
        alternates: [{ hide: { customOfficeAddin: { officeAddinId: xmlId(environment) } } }],
      },
    ],
  };
};

/** In the package beside the manifest; Microsoft 365 fetches these two from nowhere. */
export const packedIcons = { color: 'color.png', outline: 'outline.png' } as const;

const runtimes = (origin: string) => {
  const handlers = [...events.map(({ handler }) => handler), ...buttons.flatMap(({ runs }) => runs ?? [])];
  return [
    {
      id: 'handler',
      type: 'general',
      code: { page: `${origin}/${pages.handlerPage}`, script: `${origin}/${pages.handlerScript}` },
      lifetime: 'short',
      actions: [...new Set(handlers)].map((id) => ({ id, type: 'executeFunction' })),
    },
    {
      id: 'pane',
      type: 'general',
      code: { page: `${origin}/${pages.pane}` },
      lifetime: 'short',
      actions: [{ id: openPane, type: 'openPage', view: 'pane' }],
    },
  ];
};

const desktopRibbons = (origin: string, texts: Texts) =>
  (Object.keys(surfaces) as Surface[]).map((surface) => ({
    requirements: { formFactors: ['desktop'] },
    contexts: [surfaces[surface].unified],
    tabs: [
      {
        builtInTabId: 'TabDefault',
        groups: [
          {
            id: `${surface}.group`,
            label: productName,
            controls: buttons
              .filter((button) => button.surfaces.includes(surface))
              .map((button) => ({
                ...control(button, `${surface}.${button.id}`, texts),
                type: 'button',
                icons: desktopIconSizes.map((size) => ({ size, url: `${origin}/${iconFile(size)}` })),
                supertip: { title: texts[button.label], description: texts[button.tip] },
              })),
          },
        ],
      },
    ],
  }));

const phoneRibbon = (origin: string, texts: Texts) => ({
  requirements: { formFactors: ['mobile'] },
  contexts: [surfaces.read.unified],
  tabs: [
    {
      builtInTabId: 'TabDefault',
      customMobileRibbonGroups: [
        {
          id: 'phone.read.group',
          label: productName,
          controls: buttons
            .filter(({ isOnPhones }) => isOnPhones)
            .map((button) => ({
              ...control(button, `phone.read.${button.id}`, texts),
              type: 'mobileButton',
              icons: phoneIconSizes.flatMap((size) =>
                phoneIconScales.map((scale) => ({ size, scale, url: `${origin}/${iconFile(size * scale)}` })),
              ),
            })),
        },
      ],
    },
  ],
});

const control = (button: Button, id: string, texts: Texts) => ({
  id,
  label: texts[button.label],
  actionId: button.runs ?? openPane,
});

/** A client that lacks one event must not lose the others, so those that came together are asked for together. */
const autoRunEvents = () =>
  [...new Set(events.map(({ since }) => since))].map((since) => ({
    requirements: { scopes: ['mail'], ...mailbox(since) },
    events: events
      .filter((event) => event.since === since)
      .map(({ unified, handler }) => ({ type: unified, actionId: handler })),
  }));

/**
 * The texts of one more language, by where they stand in the manifest:
 * https://learn.microsoft.com/microsoft-365/extensibility/schema/localization.
 */
export const unifiedTexts = (environment: Environment, texts: Texts): Readonly<Record<string, string>> => {
  const { ribbons } = unifiedManifest(environment, texts).extensions[0] ?? { ribbons: [] };
  return Object.fromEntries([
    ['$schema', schemaUrl('.Localization')],
    ['name.short', productName],
    ['name.full', productName],
    ['description.short', texts.summary],
    ['description.full', texts.description],
    ...textsIn(ribbons, 'extensions[0].ribbons'),
  ]);
};

const translatable = ['label', 'title', 'description'];

const textsIn = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && translatable.includes(key)
      ? [[`${path}.${key}`, inner] as const]
      : textsIn(inner, `${path}.${key}`),
  );
};
