import {
  buttons,
  desktopIconSizes,
  events,
  iconFile,
  leastMailbox,
  pages,
  phoneIconScales,
  phoneIconSizes,
  surfaces,
  type Button,
  type Surface,
} from './addinDescription.ts';
import { english, productName, translations, type Texts } from './manifestTexts.ts';
import { element } from './xmlElement.ts';

type Schema = 'V1_0' | 'V1_1';

const urls = { 'Pane.Url': pages.pane, 'Handler.Url': pages.handlerPage, 'Handler.Script': pages.handlerScript };
type Url = keyof typeof urls;

const groupLabel = 'Group.Label';
const labelOf = ({ id }: Button): string => `${id}.Label`;
const tipOf = ({ id }: Button): string => `${id}.Tip`;
const iconOf = (size: number): string => `Icon.${size}`;
const resource = (name: string, resid: string) => element(name, { resid });

/** `V1_1` replaces `V1_0` as a whole where it is understood, so each says everything. */
export const versionOverrides = (schema: Schema, origin: string, newer: string | null = null): string => {
  const isNew = schema === 'V1_1';
  const attributes = {
    xmlns: `http://schemas.microsoft.com/office/mailappversionoverrides${isNew ? '/1.1' : ''}`,
    'xsi:type': `VersionOverrides${schema}`,
  };
  const host = element('Host', { 'xsi:type': 'MailHost' }, isNew ? newHost() : [oldHost()]);
  return element('VersionOverrides', attributes, [
    element('Requirements', {}, [
      element('bt:Sets', { DefaultMinVersion: leastMailbox }, [element('bt:Set', { Name: 'Mailbox' })]),
    ]),
    element('Hosts', {}, [host]),
    resources(origin, isNew),
    newer,
  ]);
};

const oldHost = (): string =>
  element('DesktopFormFactor', {}, [resource('FunctionFile', 'Handler.Url' satisfies Url), ...commandSurfaces('v10')]);

const newHost = (): readonly string[] => [
  element('Runtimes', {}, [
    element('Runtime', { resid: 'Handler.Url' satisfies Url }, [
      // Classic Outlook on Windows runs this file alone; every other client loads the page.
      element('Override', { type: 'javascript', resid: 'Handler.Script' satisfies Url }),
    ]),
  ]),
  element('DesktopFormFactor', {}, [
    element('SupportsSharedFolders', {}, 'true'),
    resource('FunctionFile', 'Handler.Url'),
    ...commandSurfaces('v11'),
    launchEvents(() => true),
  ]),
  element('MobileFormFactor', {}, [phoneSurface(), launchEvents(({ isOnPhones }) => isOnPhones)]),
];

const commandSurfaces = (prefix: string): readonly string[] =>
  (Object.keys(surfaces) as Surface[]).map((surface) => {
    const shown = buttons.filter((button) => button.surfaces.includes(surface));
    return element('ExtensionPoint', { 'xsi:type': surfaces[surface].xml }, [
      element('OfficeTab', { id: 'TabDefault' }, [
        element('Group', { id: `${prefix}.${surface}.group` }, [
          resource('Label', groupLabel),
          ...shown.map((button) => commandButton(button, `${prefix}.${surface}.${button.id}`)),
        ]),
      ]),
    ]);
  });

const commandButton = (button: Button, id: string): string =>
  element('Control', { 'xsi:type': 'Button', id }, [
    resource('Label', labelOf(button)),
    element('Supertip', {}, [resource('Title', labelOf(button)), resource('Description', tipOf(button))]),
    element(
      'Icon',
      {},
      desktopIconSizes.map((size) => element('bt:Image', { size: String(size), resid: iconOf(size) })),
    ),
    action(button),
  ]);

const action = ({ runs }: Button): string =>
  runs === null
    ? element('Action', { 'xsi:type': 'ShowTaskpane' }, [resource('SourceLocation', 'Pane.Url' satisfies Url)])
    : element('Action', { 'xsi:type': 'ExecuteFunction' }, [element('FunctionName', {}, runs)]);

const phoneSurface = (): string =>
  element('ExtensionPoint', { 'xsi:type': 'MobileMessageReadCommandSurface' }, [
    element('Group', { id: 'phone.read.group' }, [
      resource('Label', groupLabel),
      ...buttons
        .filter(({ isOnPhones }) => isOnPhones)
        .map((button) =>
          element('Control', { 'xsi:type': 'MobileButton', id: `phone.read.${button.id}` }, [
            resource('Label', labelOf(button)),
            element('Icon', { 'xsi:type': 'bt:MobileIconList' }, phoneIcons()),
            action(button),
          ]),
        ),
    ]),
  ]);

const phoneIcons = (): readonly string[] =>
  phoneIconSizes.flatMap((size) =>
    phoneIconScales.map((scale) =>
      element('bt:Image', { size: String(size), scale: String(scale), resid: iconOf(size * scale) }),
    ),
  );

const launchEvents = (isTaken: (event: (typeof events)[number]) => boolean): string =>
  element('ExtensionPoint', { 'xsi:type': 'LaunchEvent' }, [
    element(
      'LaunchEvents',
      {},
      events.filter(isTaken).map(({ xml, handler }) => element('LaunchEvent', { Type: xml, FunctionName: handler })),
    ),
    resource('SourceLocation', 'Handler.Url'),
  ]);

const resources = (origin: string, isNew: boolean): string => {
  const phoneSizes = phoneIconSizes.flatMap((size) => phoneIconScales.map((scale) => size * scale));
  const sizes = [...new Set([...desktopIconSizes, ...(isNew ? phoneSizes : [])])];
  const usedUrls = Object.entries(urls).filter(([id]) => isNew || id !== 'Handler.Script');
  return element('Resources', {}, [
    element(
      'bt:Images',
      {},
      sizes.map((size) => element('bt:Image', { id: iconOf(size), DefaultValue: `${origin}/${iconFile(size)}` })),
    ),
    element(
      'bt:Urls',
      {},
      usedUrls.map(([id, page]) => element('bt:Url', { id, DefaultValue: `${origin}/${page}` })),
    ),
    element('bt:ShortStrings', {}, [
      element('bt:String', { id: groupLabel, DefaultValue: productName }),
      ...buttons.map((button) => string(labelOf(button), button.label)),
    ]),
    element(
      'bt:LongStrings',
      {},
      buttons.map((button) => string(tipOf(button), button.tip)),
    ),
  ]);
};

const string = (id: string, text: keyof Texts): string =>
  element(
    'bt:String',
    { id, DefaultValue: english[text] },
    Object.values(translations)
      // Said once: a translation that is no other needs no override.
      .filter(({ texts }) => texts[text] !== english[text])
      .map(({ locale, texts }) => element('bt:Override', { Locale: locale, Value: texts[text] })),
  );
