import { iconFile, leastMailbox, pages, permission } from './addinDescription.ts';
import { manifestVersion, xmlId, type Environment } from './environment.ts';
import { english, productName, translations, type Texts } from './manifestTexts.ts';
import { versionOverrides } from './versionOverrides.ts';
import { element } from './xmlElement.ts';

const namespace = 'http://schemas.microsoft.com/office';

const translated = (text: keyof Texts): readonly string[] =>
  Object.values(translations).map(({ locale, texts }) => element('Override', { Locale: locale, Value: texts[text] }));

/**
 * The add-in only manifest, the one that covers Mac and phones too. The order of the elements is the schema's:
 * https://learn.microsoft.com/javascript/api/manifest.
 */
export const xmlManifest = (environment: Environment): string => {
  const { origin, signIn } = environment;
  const shown = (name: string, value: string) => element(name, { DefaultValue: value });
  const pane = shown('SourceLocation', `${origin}/${pages.pane}`);
  const attributes = {
    xmlns: `${namespace}/appforoffice/1.1`,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xmlns:bt': `${namespace}/officeappbasictypes/1.0`,
    'xsi:type': 'MailApp',
  };
  const app = element('OfficeApp', attributes, [
    element('Id', {}, xmlId(environment)),
    element('Version', {}, `${manifestVersion}.0`),
    element('ProviderName', {}, productName),
    element('DefaultLocale', {}, 'en-US'),
    shown('DisplayName', productName),
    element('Description', { DefaultValue: english.description }, translated('description')),
    shown('IconUrl', `${origin}/${iconFile(64)}`),
    shown('HighResolutionIconUrl', `${origin}/${iconFile(128)}`),
    shown('SupportUrl', `${origin}/`),
    element(
      'AppDomains',
      {},
      [origin, ...signIn].map((domain) => element('AppDomain', {}, domain)),
    ),
    element('Hosts', {}, [element('Host', { Name: 'Mailbox' })]),
    element('Requirements', {}, [element('Sets', {}, [element('Set', { Name: 'Mailbox', MinVersion: leastMailbox })])]),
    element('FormSettings', {}, [
      element('Form', { 'xsi:type': 'ItemRead' }, [
        element('DesktopSettings', {}, [pane, element('RequestedHeight', {}, '250')]),
      ]),
      element('Form', { 'xsi:type': 'ItemEdit' }, [element('DesktopSettings', {}, [pane])]),
    ]),
    element('Permissions', {}, permission.xml),
    element(
      'Rule',
      { 'xsi:type': 'RuleCollection', Mode: 'Or' },
      ['Message', 'Appointment'].map((type) =>
        element('Rule', { 'xsi:type': 'ItemIs', ItemType: type, FormType: 'ReadOrEdit' }),
      ),
    ),
    element('DisableEntityHighlighting', {}, 'false'),
    // Clients that read only the first get the pane.
    versionOverrides('V1_0', origin, versionOverrides('V1_1', origin)),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${app}\n`;
};
