import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { manifestRevision } from '../../server/src/api/manifest/manifestRevision.ts';
import { english, translations, type Texts } from '../../server/src/api/manifest/manifestTexts.ts';
import { unifiedManifest, unifiedTexts } from '../../server/src/api/manifest/unifiedManifest.ts';
import { xmlManifest } from '../../server/src/api/manifest/xmlManifest.ts';
import { contentOf, repositoryEnvironment } from './contentOf.ts';
import { lintUnified } from './lintUnified.ts';
import { lintXml } from './lintXml.ts';
import { readBuilt } from './readBuilt.ts';

const root = path.join(import.meta.dirname, '../..');
const { origin } = repositoryEnvironment;
const xml = xmlManifest(repositoryEnvironment);
const unified = unifiedManifest(repositoryEnvironment);
const built = readBuilt();

describe('the manifests', () => {
  it('are sound', () => {
    expect([...lintXml(xml, built), ...lintUnified(unified, built)]).toEqual([]);
  });

  it('rise in version with what they say', () => {
    const { number, content } = manifestRevision;
    const isCounted = content === contentOf();
    const message = `what manifests say has changed: in manifestRevision.ts write { number: ${number + 1}, content: '${contentOf()}' }, then npm run manifest`;
    expect(isCounted ? 'counted' : message).toBe('counted');
  });

  it('are in the repository as they would be made: npm run manifest', () => {
    expect(readFileSync(path.join(root, 'manifest.xml'), 'utf8')).toBe(xml);
  });

  it('are read by Microsoft’s own library', async () => {
    const manifest = await OfficeAddinManifest.readManifestFile(path.join(root, 'manifest.xml'));
    expect(manifest).toMatchObject({ displayName: 'Undersign', defaultLocale: 'en-US', permissions: 'ReadWriteItem' });
  });

  it('name the script by the address that the well-known file allows', () => {
    expect(xml).toContain(`DefaultValue="${origin}/launchevent.js"`);
    expect(JSON.stringify(unified)).toContain(`"script":"${origin}/launchevent.js"`);
  });

  it('are for shared mailboxes both, or neither', () => {
    const isInXml = xml.includes('<SupportsSharedFolders>true</SupportsSharedFolders>');
    expect(JSON.stringify(unified.authorization).includes('"Mailbox.SharedFolder"')).toBe(isInXml);
  });

  it('are valid by the schema of Microsoft 365, in every language', () => {
    const schemas = path.join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25');
    const complaintsOf = (file: string, value: unknown): unknown => {
      const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
      const text = readFileSync(path.join(schemas, file), 'utf8');
      // They are of draft 4, whose differences to later ones they do not use.
      const validate = ajv.compile(JSON.parse(text.replace(/^\s*"(\$schema|id)":.*$/m, '')) as object);
      return validate(value) ? [] : validate.errors;
    };
    expect(complaintsOf('MicrosoftTeams.schema.json', unified)).toEqual([]);
    for (const { texts } of Object.values(translations)) {
      const localized = unifiedTexts(repositoryEnvironment, texts);
      expect(complaintsOf('MicrosoftTeams.Localization.schema.json', localized)).toEqual([]);
    }
  });

  it('say every text in every language, and none twice', () => {
    for (const { texts } of Object.values(translations)) {
      expect(Object.keys(texts)).toEqual(Object.keys(english));
      const long = (Object.keys(texts) as (keyof Texts)[]).filter((name) => english[name].length > 12);
      expect(long.filter((name) => texts[name] === english[name] || texts[name] === '')).toEqual([]);
    }
  });
});

describe('the lint of the XML manifest', () => {
  const mistakes: [name: string, change: [from: string | RegExp, to: string], complaint: RegExp][] = [
    ['a dangling resid', ['<FunctionFile resid="Handler.Url"/>', '<FunctionFile resid="Else.Url"/>'], /Else/],
    ['a misspelt event', ['Type="OnNewMessageCompose"', 'Type="OnNewMesageCompose"'], /does not know OnNewMesage/],
    [
      'an event phones do not have',
      [/(<MobileFormFactor>[^]*)Type="OnMessageFromChanged"/, '$1Type="OnNewAppointmentOrganizer"'],
      /MobileFormFactor does not know OnNewAppointment/,
    ],
    [
      'a handler nobody wrote',
      ['FunctionName="onNewMessageCompose"', 'FunctionName="onNewMail"'],
      /does not associate onNewMail/,
    ],
    ['a missing handler name', [' FunctionName="onMessageFromChanged"', ''], /associate nothing/],
    ['plain http', [`${origin}/taskpane.html`, 'http://localhost:3000/taskpane.html'], /is not https/],
    [
      'a source that is not the runtime',
      [/(<\/LaunchEvents>\s*<SourceLocation resid=")[^"]+/, '$1Pane.Url'],
      /not the Runtime/,
    ],
    ['a missing icon size', ['<bt:Image size="16" resid="Icon.16"/>', ''], /no 16x1/],
    ['a missing icon of phones', ['<bt:Image size="48" scale="3" resid="Icon.144"/>', ''], /no 48x3/],
    ['an icon that is not there', ['icon-80.png', 'icon-81.png'], /nothing is served at.*icon-81/],
    ['a page that is not there', [`${origin}/launchevent.html`, `${origin}/handler.html`], /served at.*handler\.html/],
    ['a locale without region', ['Locale="nl-NL"', 'Locale="nl"'], /nl has no region/],
    ['the default locale overridden', ['Locale="nl-NL"', 'Locale="en-US"'], /default already/],
    ['a language twice', ['Locale="nl-NL"', 'Locale="de-AT"'], /de twice/],
    ['too much permission', ['ReadWriteItem<', 'ReadWriteMailbox<'], /ReadWriteMailbox/],
    ['a long resource id', [/Group\.Label/g, 'Group.Label.That.Is.Longer.Than.Allowed'], /longer than 32/],
    ['parts out of order', [/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'], /not in order/],
    ['an id that is none', [/<Id>.*<\/Id>/, '<Id>undersign</Id>'], /no GUID/],
    ['a version below one', [/<Version>.*<\/Version>/, '<Version>0.9.0.0</Version>'], /1\.0\.0\.0 or more/],
    ['two controls of one id', ['v11.read.open', 'v10.read.open'], /two controls are v10\.read\.open/],
    ['no way in on a phone', ['MobileMessageReadCommandSurface', 'MobileOnlineMeetingCommandSurface'], /on a phone/],
  ];

  it.each(mistakes)('finds %s', (_name, [from, to], complaint) => {
    const broken = xml.replace(from, to);
    expect(broken).not.toBe(xml);
    expect(lintXml(broken, built).join('\n')).toMatch(complaint);
  });

  it('finds a handler that nothing fires', () => {
    const more = { ...built, handlers: [...built.handlers, 'onForgotten'] };
    expect(lintXml(xml, more)).toEqual(['nothing fires onForgotten']);
    expect(lintUnified(unified, more)).toEqual(['nothing fires onForgotten']);
  });
});

describe('the lint of the unified manifest', () => {
  const mistakes: [name: string, change: [from: string | RegExp, to: string], complaint: RegExp][] = [
    ['a misspelt event', ['"newMessageComposeCreated"', '"newMesageCreated"'], /does not know newMesageCreated/],
    [
      'an event asked of clients that lack it',
      ['"minVersion":"1.13"', '"minVersion":"1.12"'],
      /came with Mailbox 1\.13/,
    ],
    ['a dangling action', ['"actionId":"openPane"', '"actionId":"openDoor"'], /no runtime has openDoor/],
    ['an action nobody wrote', [/"onNewMessageCompose"/g, '"onNewMail"'], /does not associate onNewMail/],
    ['plain http', [/"page":"https:/, '"page":"http:'], /is not https/],
    ['no script for classic Outlook', [`,"script":"${origin}/launchevent.js"`, ''], /no script/],
    ['a domain left out', ['"localhost:3000",', ''], /not among the domains/],
    ['too much permission', ['MailboxItem.ReadWrite.User', 'Mailbox.ReadWrite.User'], /asks for Mailbox/],
    [
      'no shared mailboxes',
      [',{"name":"Mailbox.SharedFolder","type":"Delegated"}', ''],
      /asks for MailboxItem\S+User$/m,
    ],
    ['an icon that is not there', ['icon-80.png', 'icon-81.png'], /nothing is served at.*icon-81/],
    ['a version below one', [/"version":"[^"]+"/, '"version":"0.9.0"'], /1\.0\.0 or more/],
  ];

  it.each(mistakes)('finds %s', (_name, [from, to], complaint) => {
    const sound = JSON.stringify(unified);
    const broken = sound.replace(from, to);
    expect(broken).not.toBe(sound);
    expect(lintUnified(JSON.parse(broken) as typeof unified, built).join('\n')).toMatch(complaint);
  });
});
