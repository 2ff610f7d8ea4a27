import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { knownEvents, type Built } from './knownEvents.ts';

type Complaints = readonly string[];

const all = (scope: Document | Element, name: string): Element[] => [...scope.getElementsByTagNameNS('*', name)];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const children = (scope: Element): Element[] =>
  [...scope.childNodes].filter((node): node is Element => node.nodeType === 1);
const bare = ({ nodeName }: Element): string => nodeName.replace(/^.*:/, '');
const childrenNamed = (scope: Element, name: string): Element[] => children(scope).filter((one) => bare(one) === name);
const textOf = (document: Document, name: string): string => all(document, name)[0]?.textContent ?? '';
const repeated = (list: readonly string[]): readonly string[] =>
  list.filter((one, index) => list.indexOf(one) !== index);

/** The parts of one VersionOverrides, without the one nested in it: V1_1 replaces V1_0 and may not lean on it. */
const ownParts = (overrides: Element): Element[] =>
  children(overrides).filter((one) => bare(one) !== 'VersionOverrides');

const resourceProblems = (overrides: Element): Complaints => {
  const parts = ownParts(overrides);
  const resources = parts.find((part) => bare(part) === 'Resources');
  if (!resources) return ['no Resources of its own'];
  const defined = ['Image', 'Url', 'String'].flatMap((name) => all(resources, name)).map((one) => attribute(one, 'id'));
  const used = parts
    .flatMap((part) => all(part, '*'))
    .map((one) => attribute(one, 'resid'))
    .filter(Boolean);
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `resid ${id} is not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...repeated(defined).map((id) => `resource ${id} is defined twice`),
    ...defined.filter((id) => id.length > 32).map((id) => `resource id ${id} is longer than 32 characters`),
  ];
};

/** Order matters to Microsoft's schema: https://learn.microsoft.com/javascript/api/manifest. */
const orders: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl'],
    ...['HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'FormSettings', 'Permissions'],
    ...['Rule', 'DisableEntityHighlighting', 'VersionOverrides'],
  ],
  VersionOverrides: ['Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
  DesktopFormFactor: ['SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint'],
  MobileFormFactor: ['FunctionFile', 'ExtensionPoint'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
};

const orderProblems = (document: Document): Complaints =>
  Object.entries(orders).flatMap(([name, order]) =>
    all(document, name).flatMap((element) => {
      const places = children(element).map((child) => order.indexOf(bare(child)));
      const isSorted = places.every((place, index) => place >= (places[index - 1] ?? 0));
      return isSorted ? [] : [`the parts of ${name} are not in order`];
    }),
  );

const eventProblems = (document: Document): Complaints => {
  const runtimes = all(document, 'Runtime').map((runtime) => attribute(runtime, 'resid'));
  return ['DesktopFormFactor', 'MobileFormFactor'].flatMap((formFactor) =>
    all(document, formFactor).flatMap((factor) => [
      ...all(factor, 'LaunchEvent')
        .map((event) => attribute(event, 'Type'))
        .filter((type) => !isKnown(type, formFactor === 'MobileFormFactor'))
        .map((type) => `${formFactor} does not know ${type}`),
      ...all(factor, 'LaunchEvents')
        .flatMap((events) => childrenNamed(events.parentNode as Element, 'SourceLocation'))
        .map((location) => attribute(location, 'resid'))
        .filter((resid) => !runtimes.includes(resid))
        .map((resid) => `SourceLocation ${resid} is not the Runtime`),
    ]),
  );
};

const isKnown = (type: string, onPhones: boolean): boolean => {
  const event = (knownEvents as Readonly<Record<string, { readonly isOnPhones: boolean }>>)[type];
  return event !== undefined && (event.isOnPhones || !onPhones);
};

const addressProblems = (document: Document, { isServed }: Built): Complaints => {
  const [support] = all(document, 'SupportUrl');
  if (support === undefined) return ['no SupportUrl'];
  const { origin } = new URL(attribute(support, 'DefaultValue'));
  const values = all(document, '*').flatMap((one) => [attribute(one, 'DefaultValue'), one.textContent?.trim() ?? '']);
  const own = values.filter((value) => value.startsWith(`${origin}/`));
  return [
    ...values.filter((value) => /^http:/.test(value)).map((value) => `${value} is not https`),
    ...own.filter((url) => !isServed(url.slice(origin.length))).map((url) => `nothing is served at ${url}`),
  ];
};

const iconProblems = (document: Document): Complaints =>
  all(document, 'Icon').flatMap((icon) => {
    const shown = all(icon, 'Image').map((image) => `${attribute(image, 'size')}x${attribute(image, 'scale') || '1'}`);
    const isOnPhones = attribute(icon.parentNode as Element, 'xsi:type') === 'MobileButton';
    const needed = isOnPhones ? [25, 32, 48].flatMap((size) => [1, 2, 3].map((scale) => `${size}x${scale}`)) : [];
    const sizes = isOnPhones ? needed : ['16x1', '32x1', '80x1'];
    return sizes.filter((size) => !shown.includes(size)).map((size) => `an icon has no ${size} image`);
  });

const localeProblems = (document: Document): Complaints => {
  const fallback = textOf(document, 'DefaultLocale');
  return all(document, '*').flatMap((element) => {
    const locales = childrenNamed(element, 'Override')
      .map((one) => attribute(one, 'Locale'))
      .filter(Boolean);
    return [
      ...repeated(locales).map((locale) => `${locale} twice`),
      ...repeated(locales.map((locale) => locale.slice(0, 2))).map((language) => `${language} twice`),
      ...locales.filter((locale) => locale === fallback).map((locale) => `${locale} is the default already`),
      ...locales.filter((locale) => !/^[a-z]{2}-[A-Z]{2}$/.test(locale)).map((locale) => `${locale} has no region`),
    ];
  });
};

const handlerProblems = (document: Document, { handlers }: Built): Complaints => {
  const named = new Set([
    ...all(document, 'LaunchEvent').map((event) => attribute(event, 'FunctionName')),
    ...all(document, 'FunctionName').map((name) => name.textContent ?? ''),
  ]);
  return [
    ...[...named]
      .filter((name) => !handlers.includes(name))
      .map((name) => `the built handler does not associate ${name || 'nothing'}`),
    ...handlers.filter((name) => !named.has(name)).map((name) => `nothing fires ${name}`),
  ];
};

const identityProblems = (document: Document): Complaints => {
  const controls = all(document, 'Control').map((control) => attribute(control, 'id'));
  const surfaces = all(document, 'ExtensionPoint').map((point) => attribute(point, 'xsi:type'));
  return [
    ...(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(textOf(document, 'Id')) ? [] : ['Id is no GUID']),
    ...(/^[1-9]\d*(\.\d+){3}$/.test(textOf(document, 'Version')) ? [] : ['Version is not 1.0.0.0 or more']),
    ...repeated(controls).map((id) => `two controls are ${id}`),
    ...(surfaces.includes('MobileMessageReadCommandSurface') ? [] : ['nobody can open the pane on a phone']),
  ];
};

/** What Microsoft's validators miss or cannot tell without a network; empty: the manifest is sound. */
export const lintXml = (xml: string, built: Built): Complaints => {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const permissions = all(document, 'Permissions').map((element) => element.textContent);
  return [
    ...all(document, 'VersionOverrides').flatMap(resourceProblems),
    ...orderProblems(document),
    ...eventProblems(document),
    ...addressProblems(document, built),
    ...iconProblems(document),
    ...localeProblems(document),
    ...handlerProblems(document, built),
    ...identityProblems(document),
    ...(permissions.join() === 'ReadWriteItem' ? [] : [`asks for ${permissions.join()}`]),
    ...(Buffer.byteLength(xml) > 256 * 1024 ? ['larger than 256 KB'] : []),
  ];
};
