import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { openClassicRuntime } from './testing/classicRuntime.ts';

const root = path.join(import.meta.dirname, '../..');
const manifestPath = path.join(root, 'manifest.xml');
const origin = 'https://localhost:3000';
const text = await readFile(manifestPath, 'utf8');

/** Events per form factor that our handler may use: docs/develop/event-based-activation.md of office-js-docs-pr. */
const knownEvents = {
  DesktopFormFactor: ['OnNewMessageCompose', 'OnMessageFromChanged', 'OnNewAppointmentOrganizer'],
  MobileFormFactor: ['OnNewMessageCompose', 'OnMessageFromChanged'],
};

type Complaints = string[];

const all = (scope: Document | Element, name: string): Element[] => [...scope.getElementsByTagNameNS('*', name)];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const childrenNamed = (scope: Element, name: string): Element[] =>
  [...scope.childNodes].filter((node): node is Element => node.nodeName.replace(/^.*:/, '') === name);

/** The parts of one VersionOverrides, without the one nested in it: V1_1 replaces V1_0 and may not lean on it. */
function ownParts(overrides: Element): Element[] {
  return [...overrides.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && node.nodeName !== 'VersionOverrides',
  );
}

function resourceProblems(overrides: Element): Complaints {
  const parts = ownParts(overrides);
  const resources = parts.find((part) => part.nodeName === 'Resources');
  if (!resources) return ['no Resources of its own'];
  const defined = ['Image', 'Url', 'String'].flatMap((name) => all(resources, name)).map((one) => attribute(one, 'id'));
  const used = parts
    .flatMap((part) => all(part, '*'))
    .map((one) => attribute(one, 'resid'))
    .filter(Boolean);
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `resid ${id} is not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...defined.filter((id, index) => defined.indexOf(id) !== index).map((id) => `resource ${id} is defined twice`),
    ...defined.filter((id) => id.length > 32).map((id) => `resource id ${id} is longer than 32 characters`),
  ];
}

function eventProblems(document: Document): Complaints {
  const runtimes = all(document, 'Runtime').map((runtime) => attribute(runtime, 'resid'));
  return Object.entries(knownEvents).flatMap(([formFactor, events]) =>
    all(document, formFactor).flatMap((factor) => [
      ...all(factor, 'LaunchEvent')
        .map((event) => attribute(event, 'Type'))
        .filter((type) => !events.includes(type))
        .map((type) => `${formFactor} does not know ${type}`),
      ...all(factor, 'LaunchEvents')
        .flatMap((events) => childrenNamed(events.parentNode as Element, 'SourceLocation'))
        .map((location) => attribute(location, 'resid'))
        .filter((resid) => !runtimes.includes(resid))
        .map((resid) => `SourceLocation ${resid} is not the Runtime`),
    ]),
  );
}

function urlProblems(document: Document): Complaints {
  const values = all(document, '*').flatMap((one) => [attribute(one, 'DefaultValue'), one.textContent ?? '']);
  return values.filter((value) => /^http:/.test(value.trim())).map((value) => `${value} is not https`);
}

function iconProblems(document: Document): Complaints {
  const images = all(document, 'Image').map((image) => attribute(image, 'DefaultValue'));
  const shown = ['IconUrl', 'HighResolutionIconUrl'].flatMap((name) => all(document, name));
  const urls = [...images, ...shown.map((icon) => attribute(icon, 'DefaultValue'))].filter(Boolean);
  const sizes = all(document, 'Icon').flatMap((icon) =>
    ['16', '32', '80'].filter((size) => !all(icon, 'Image').some((image) => attribute(image, 'size') === size)),
  );
  return [
    ...urls.filter((url) => !existsSync(path.join(root, 'addin', url.slice(origin.length)))).map((url) => `no ${url}`),
    ...sizes.map((size) => `an icon has no ${size} px image`),
  ];
}

function localeProblems(document: Document): Complaints {
  const fallback = all(document, 'DefaultLocale')[0]?.textContent ?? '';
  return all(document, '*').flatMap((element) => {
    const locales = childrenNamed(element, 'Override')
      .map((one) => attribute(one, 'Locale'))
      .filter(Boolean);
    return [
      ...locales.filter((locale, index) => locales.indexOf(locale) !== index).map((locale) => `${locale} twice`),
      ...locales.filter((locale) => locale === fallback).map((locale) => `${locale} is the default already`),
      ...locales.filter((locale) => !/^[a-z]{2}-[A-Z]{2}$/.test(locale)).map((locale) => `${locale} has no region`),
    ];
  });
}

function handlerProblems(document: Document): Complaints {
  const named = new Set(all(document, 'LaunchEvent').map((event) => attribute(event, 'FunctionName')));
  const associated = new Set(openClassicRuntime().names);
  return [
    ...[...named]
      .filter((name) => !associated.has(name))
      .map((name) => `the built handler does not associate ${name || 'nothing'}`),
    ...[...associated].filter((name) => !named.has(name)).map((name) => `nothing fires ${name}`),
  ];
}

/** What Microsoft's validators miss or cannot tell without a network (reference/outlook.md §3). */
function lint(xml: string): Complaints {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const permissions = all(document, 'Permissions').map((element) => element.textContent);
  return [
    ...all(document, 'VersionOverrides').flatMap(resourceProblems),
    ...eventProblems(document),
    ...urlProblems(document),
    ...iconProblems(document),
    ...localeProblems(document),
    ...handlerProblems(document),
    ...(permissions.join() === 'ReadWriteItem' ? [] : [`asks for ${permissions.join()}`]),
    ...(Buffer.byteLength(xml) > 256 * 1024 ? ['larger than 256 KB'] : []),
  ];
}

describe('manifest.xml', () => {
  it('is sound', () => {
    expect(lint(text)).toEqual([]);
  });

  it('is read by Microsoft’s own library', async () => {
    const manifest = await OfficeAddinManifest.readManifestFile(manifestPath);
    expect(manifest).toMatchObject({ displayName: 'Undersign', defaultLocale: 'en-US', permissions: 'ReadWriteItem' });
  });

  it('names the script by the address the well-known file allows', () => {
    expect(text).toContain(`DefaultValue="${origin}/launchevent.js"`);
  });
});

describe('the lint itself', () => {
  const mistakes: [name: string, mistake: { from: string | RegExp; to: string; complaint: RegExp }][] = [
    [
      'a dangling resid',
      {
        from: '<FunctionFile resid="Events.Page.Url"/>',
        to: '<FunctionFile resid="Elsewhere.Url"/>',
        complaint: /Elsewhere/,
      },
    ],
    [
      'a misspelt event',
      { from: 'Type="OnNewMessageCompose"', to: 'Type="OnNewMesageCompose"', complaint: /does not know OnNewMesage/ },
    ],
    [
      'a handler nobody wrote',
      { from: 'FunctionName="onNewMessageCompose"', to: 'FunctionName="onNewMail"', complaint: /associate onNewMail/ },
    ],
    [
      'a missing handler name',
      { from: ' FunctionName="onMessageFromChanged"', to: '', complaint: /associate nothing/ },
    ],
    [
      'plain http',
      {
        from: 'https://localhost:3000/taskpane.html',
        to: 'http://localhost:3000/taskpane.html',
        complaint: /is not https/,
      },
    ],
    [
      'a source that is not the runtime',
      { from: /(<\/LaunchEvents>\s*<SourceLocation resid=")[^"]+/, to: '$1Pane.Url', complaint: /not the Runtime/ },
    ],
    ['a missing icon size', { from: '<bt:Image size="16" resid="Icon.16"/>', to: '', complaint: /no 16 px/ }],
    ['an icon that is not there', { from: 'icon-80.png', to: 'icon-81.png', complaint: /no https.*icon-81/ }],
    ['a locale without region', { from: 'Locale="nl-NL"', to: 'Locale="nl"', complaint: /nl has no region/ }],
    ['the default locale overridden', { from: 'Locale="nl-NL"', to: 'Locale="en-US"', complaint: /default already/ }],
    ['too much permission', { from: 'ReadWriteItem<', to: 'ReadWriteMailbox<', complaint: /ReadWriteMailbox/ }],
    [
      'a long resource id',
      { from: /Group\.Label/g, to: 'Group.Label.That.Is.Longer.Than.Allowed', complaint: /longer than 32/ },
    ],
  ];

  it.each(mistakes)('finds %s', (_name, { from, to, complaint }) => {
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    expect(lint(broken).join('\n')).toMatch(complaint);
  });
});
