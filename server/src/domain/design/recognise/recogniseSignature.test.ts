import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { openDesign } from '../openDesign.ts';
import { recogniseSignature } from './recogniseSignature.ts';

const jan = {
  'person.displayName': 'Jan de Wit',
  'person.givenName': 'Jan',
  'person.jobTitle': 'Adviseur',
  'person.mail': 'jan.dewit@example.com',
  'person.businessPhone': '+31 20 123 4567',
  'person.mobilePhone': '0612345678',
  'person.streetAddress': 'Keizersgracht 1',
  'person.postalCode': '1015 CJ',
  'person.city': 'Amsterdam',
  'person.country': 'Netherlands',
};

const typeOf: DesignContext['typeOf'] = (field) =>
  /Phone$/.test(field) ? 'phone' : field.endsWith('.mail') ? 'email' : 'text';

const recognise = (html: string, values: Readonly<Record<string, string>> = jan) => {
  const { design, found, unknown } = recogniseSignature(html, { values, typeOf });
  return {
    design,
    unknown,
    html: 'html' in design.newMail ? design.newMail.html : '',
    fields: found.map(({ field }) => field),
    found,
  };
};

const context: DesignContext = { image: () => null, logo: null, iconUrl: () => '', typeOf };
const rendered = (
  html: string,
  values: Readonly<Record<string, string>> = jan,
  pasting: Readonly<Record<string, string>> = jan,
) => {
  const person: DesignPerson = {
    id: 'p',
    values,
    groups: new Set(),
    units: new Set(),
    language: '',
    today: { date: () => '2026-12-01' },
    photoUrl: () => null,
  };
  return openDesign(recognise(html, pasting).design, context)('newMail', person);
};

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm; color:#1f497d} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal><b><span lang=NL>Ja<o:p></o:p>n</span> de&nbsp;W<i>it</i></b><o:p></o:p></p>
<![if !supportLists]><p class=MsoNormal>ADVISEUR<o:p>&nbsp;</o:p></p><![endif]>
<p class=MsoNormal>T: 020 - 123 45 67 | M: +31 (0)6-1234 5678</p>
<p class=MsoNormal><a href="mailto:Jan.deWit@example.com">Jan.deWit@example.com</a></p>
<p class=MsoNormal>Keizersgracht 1<br>1015&nbsp;CJ Amsterdam</p><!--EndFragment--></body></html>`;

describe('a pasted signature', () => {
  test('from Word keeps the look that its style sheet has in a comment: no room between lines, its font, and sides of its own', () => {
    const sheet =
      'p.MsoNormal, li.MsoNormal\n\t{mso-style-unhide:no;\n\tmargin:0cm;\n\tmargin-bottom:.0001pt;\n\tfont-size:11.0pt;\n\tfont-family:"Calibri",sans-serif;}';
    const { html } = recognise(
      `<style>\n<!--\n /* Style Definitions */\n ${sheet}\n@page WordSection1 {size:595.3pt 841.9pt;}\n-->\n</style>` +
        '<!--[if gte mso 10]><style>p {color:red}</style><![endif]-->' +
        "<p class=MsoNormal style='margin-left:36.0pt;padding-top:.1in'>Jan de Wit<o:p></o:p></p>",
    );
    expect(html).toMatch(/^<p style="[^"]*">\{\{ person\.displayName \}\}<\/p>$/);
    for (const style of ['margin:0cm', 'margin-bottom:.0001pt', 'font-size:11.0pt', "font-family:'Calibri',sans-serif"])
      expect(html).toContain(style);
    for (const style of ['margin-left:36.0pt', 'padding-top:.1in']) expect(html).toContain(style);
    expect(html).not.toMatch(/red|mso|size:595/);
  });

  test.each([
    '+31 20 123 4567',
    '0031201234567',
    '+31 (0)20-123 45 67',
    '(+31) 20 1234567',
    '020\u2013123\u20134567',
    '020\u2011123\u20114567',
    '020.123.45.67',
    '020\u00a0123\u00a04567',
    '\uff10\uff12\uff10 \uff11\uff12\uff13\uff14\uff15\uff16\uff17',
    '\u0660\u0662\u0660 \u0661\u0662\u0663\u0664\u0665\u0666\u0667',
  ])('knows the number written as %j', (written) => {
    expect(recognise(`<p>T ${written}</p>`).found).toEqual([{ text: written, field: 'person.businessPhone' }]);
  });

  test('knows names of two signs where a sign is a syllable, and of two letters only by chance', () => {
    const values = { 'person.displayName': '金 秀', 'person.city': '東京', 'person.jobTitle': 'IT' };
    expect(recognise('<p>金 秀</p><p>東京</p><p>We do IT all day</p>', values).fields.sort()).toEqual([
      'person.city',
      'person.displayName',
    ]);
  });

  test('from Word: values cut into pieces, in any notation, become fields; labels stay', () => {
    const { html, fields } = recognise(word);
    expect(fields).toEqual([
      'person.displayName',
      'person.jobTitle',
      'person.businessPhone',
      'person.mobilePhone',
      'person.mail',
      'person.streetAddress',
      'person.postalCode',
      'person.city',
    ]);
    expect(html).not.toMatch(/Jan|123|Wit|mso|Start/);
    expect(html).toContain('href="{{ person.mail | mailto }}"');
  });

  test.each([
    ['<p>Regards,<br>Jo</p>', 'Regards,\nAnn'],
    ['<p>Jo Smith | PA | HR</p>', 'Ann Lee | CFO | Law'],
    ['<p>12 Main Street<br>Albany, NY 12207</p>', '1 Beacon St\nBoston, MA 02101'],
    ['<p>Albany NY 12207</p>', 'Boston MA 02101'],
    ['<p>Albany (NY)</p>', 'Boston (MA)'],
    ['<p>Call HR in NY for PA</p>', 'Call HR in NY for PA'],
  ])('finds values of two letters where nothing else stands beside them: %s', (html, expected) => {
    const keys = ['displayName', 'givenName', 'jobTitle', 'department', 'streetAddress', 'city', 'state', 'postalCode'];
    const valuesOf = (words: readonly string[]) =>
      Object.fromEntries(words.map((word, at) => [`person.${keys[at] ?? ''}`, word]));
    const jo = valuesOf(['Jo Smith', 'Jo', 'PA', 'HR', '12 Main Street', 'Albany', 'NY', '12207']);
    const ann = valuesOf(['Ann Lee', 'Ann', 'CFO', 'Law', '1 Beacon St', 'Boston', 'MA', '02101']);
    expect(rendered(html, ann, jo).text).toBe(expected);
  });

  test.each([
    ['<p>Amsterdam, The Netherlands</p>', 'Berlin, Germany'],
    ['<p>Amsterdam<br>The Netherlands</p>', 'Berlin\nGermany'],
  ])('takes the article of a country with it: %s', (html, expected) => {
    expect(rendered(html, { 'person.city': 'Berlin', 'person.country': 'Germany' }).text).toBe(expected);
  });

  test.each([
    ['Netherlands', '<p>1015 CJ Amsterdam, Nederland</p>', '10115 Berlin, Germany'],
    ['Nederland', '<p>Amsterdam<br>The Netherlands</p>', 'Berlin\nGermany'],
    ['NL', '<p>Amsterdam | Pays-Bas</p>', 'Berlin | Germany'],
    ['The Netherlands', '<p>Amsterdam (NL)</p>', 'Berlin (Germany)'],
    ['The Netherlands', '<p>Amsterdam, NLD</p>', 'Berlin, Germany'],
    ['United States', '<p>Amsterdam, USA</p>', 'Berlin, Germany'],
    ['US', '<p>Amsterdam, U.S.A.</p>', 'Berlin, Germany'],
    ['United States', '<p>Contact us, or<br>us</p>', 'Contact us, or\nus'],
    ['Turkey', '<p>Cold turkey, every day</p>', 'Cold turkey, every day'],
    ['India', '<p>Made IN India with love</p>', 'Made IN Germany with love'],
    ['Netherlands', '<p>Bank of Holland House</p>', 'Bank of Holland House'],
  ])('finds %s however the country is written: %s', (country, html, expected) => {
    const pasting = { ...jan, 'person.country': country };
    const then = { 'person.city': 'Berlin', 'person.postalCode': '10115', 'person.country': 'Germany' };
    expect(rendered(html, then, pasting).text).toBe(expected);
  });

  test('leaves words in small letters alone that are a name only with a capital, but where nothing stands beside them', () => {
    const may = {
      'person.surname': 'Best',
      'person.givenName': 'May',
      'person.department': 'Legal',
      'person.city': 'Reading',
    };
    const bob = { 'person.givenName': 'Bob', 'person.department': 'Sales', 'person.city': 'Leeds' };
    const html =
      '<p>Best regards,<br>May<br>legal | reading</p><p>You may not copy this. Before reading, ask May: LEGAL</p><img alt="You may" src="https://u.example/i">';
    const { html: filled, text } = rendered(html, bob, may);
    expect(text).toBe('Best regards,\nBob\nsales | leeds\n\nYou may not copy this. Before reading, ask Bob: SALES');
    expect(filled).toContain('alt="You may"');
  });

  test('keeps capitals and small letters that a value was written in', () => {
    const html = '<p>JAN <b>DE</b> WIT</p><p>adviseur</p><p>Jan De Wit, {DISPLAYNAME}</p>';
    expect(rendered(html).text).toBe('JAN DE WIT\n\nadviseur\n\nJan de Wit, Jan de Wit');
    expect(rendered(html, { 'person.displayName': 'Zoë' }).text).toBe('ZOË\n\nZoë, Zoë');
    const greek = { 'person.displayName': 'Νίκος Παππάς' };
    expect(rendered('<p>ΝΙΚΟΣ ΠΑΠΠΑΣ</p>', { 'person.displayName': 'Zoë' }, greek).text).toBe('ZOË');
  });

  test('shows another person as it showed the first', () => {
    const zoe = { ...jan, 'person.displayName': 'Zoë <b>', 'person.mail': 'zoe@example.com', 'person.city': 'Breda' };
    const { html, text } = rendered(word, zoe);
    expect(text).toMatch(/Zoë <b>\s+ADVISEUR/);
    expect(html).toContain('href="mailto:zoe@example.com"');
    expect(text).toContain('1015 CJ Breda');
  });

  test('with placeholders of other products gets our fields, and says which mean nothing', () => {
    const { html, fields, unknown } = recognise(
      '<p>{Display<span>Name}</span>, {First name} $CurrentUserTitle$ (!Position!) $CurrentUserManagerMail$ {{last_name}}<br>' +
        '<a href="mailto:{Email}">{Email}</a> {Subject} $CurrentUserShoeSize$</p>',
      {},
    );
    expect(fields).toEqual([
      'person.displayName',
      'person.givenName',
      'person.jobTitle',
      'person.jobTitle',
      'manager.mail',
      'person.surname',
      'person.mail',
    ]);
    expect(unknown).toEqual(['{Subject}', '$CurrentUserShoeSize$']);
    expect(html).toContain('href="{{ person.mail | mailto }}"');
  });

  test('is data: what looks like a template in it is shown as it was written', () => {
    expect(rendered('<p>{{ 7 | times: 7 }} {% if %} Jan de Wit</p>').text).toBe(
      '{{ 7 | times: 7 }} {% if %} Jan de Wit',
    );
  });

  test('leaves words alone that only contain a value', () => {
    expect(recognise('<p>Januari, Adviseurs, 1015 CJA</p>').fields).toEqual([]);
  });

  test('as text keeps its lines', () => {
    expect(rendered('Jan de Wit\r\nAdviseur & <meer>').text).toBe('Jan de Wit\nAdviseur & <meer>');
  });

  test('that is too long or empty is refused in words', () => {
    expect(() => recognise('x'.repeat(5_000_000))).toThrow('too long for a signature');
    expect(() => recognise(' <p>&nbsp;</p><!-- x')).toThrow('no signature in this');
  });

  test('with megabytes of pictures inside is read all the same', () => {
    const { fields } = recognise(`<img src="data:image/png;base64,${'A'.repeat(1_500_000)}"><p>Jan de Wit</p>`);
    expect(fields).toEqual(['person.displayName']);
  });

  test('keeps what <font> says as styles, and says which pictures stay behind', () => {
    const { html } = recognise(
      '<font face="Verdana" size="2" color="#c00000">Jan de Wit <font size="+1">x</font></font>',
    );
    expect(html).toBe(
      '<span style="font-family:Verdana;font-size:13px;color:#c00000">{{ person.displayName }} <span style="font-size:18px">x</span></span>',
    );
    const images = [
      'cid:logo@01',
      'file:///C:/logo.png',
      'data:image/png;base64,AAAA',
      'https://www.example.com/a.png',
    ];
    images.push(`cid:${'0a'.repeat(32)}`);
    for (const [before, behind] of [
      ['"', '"'],
      ["'", "'"],
      [" ' ", "'"],
      [' "', '"'],
      ['', ' '],
    ] as const) {
      const tags = images.map((src) => `<img width=1 src=${before}${src}${behind}>`);
      const pasted = `<p>Jan de Wit</p>${tags.join('')}`;
      expect(recogniseSignature(pasted, { values: jan, typeOf }).lostImages).toBe(3);
    }
  });

  test('keeps what is for every program but Word, and loses what is for Word alone', () => {
    const piece = fc.constantFrom(
      ['<!--[if !mso]><!--><p>all</p><!--<![endif]-->', 'all'],
      ['<!--[if !mso]><!-- --><p>all</p><!--<![endif]-->', 'all'],
      ['<![if !mso]><p>all</p><![endif]>', 'all'],
      ['<!--[if mso]><p>word</p><![endif]-->', ''],
      ['<!-- <p>note</p> -->', ''],
      ['<!-->', ''],
      ['<!--->', ''],
      ['<p>plain</p>', 'plain'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const { text } = rendered(`<p>Jan de Wit</p>${pieces.map(([html]) => html).join('')}<p>x</p>`);
        const kept = pieces.map(([, words]) => words).filter((words) => words !== '');
        expect(text.split(/\n+/)).toEqual(['Jan de Wit', ...kept, 'x']);
      }),
    );
  });

  test('has its values recognised however tags cut them into pieces', () => {
    const cut = fc.constantFrom(
      '</span><span>',
      '<o:p></o:p>',
      '<b></b>',
      '<!-- x -->',
      '</font><font color="red">',
      '\u200b',
      '<i>',
      '</i>',
    );
    const values = fc.constantFrom(
      ...(['displayName', 'jobTitle', 'mail', 'businessPhone', 'streetAddress'] as const).map(
        (name) => `person.${name}` as const,
      ),
    );
    fc.assert(
      fc.property(values, fc.array(fc.tuple(fc.nat(40), cut), { maxLength: 8 }), (field, cuts) => {
        const written = cuts.reduce(
          (parts, [at, tag]) => parts.map((part, index) => (index === at % parts.length ? part + tag : part)),
          [...jan[field]],
        );
        const { fields } = recognise(`<p><span><font>${written.join('').replaceAll(' ', '&nbsp;')}</font></span></p>`);
        expect(fields).toContain(field);
      }),
    );
  });

  test('shows the same words as before, whatever they are', () => {
    const visible = fc.string({ unit: fc.constantFrom(...'ab {}%&<>$(!"\'|1é\u00a0') });
    fc.assert(
      fc.property(visible, (drawn) => {
        const shown = drawn.trim();
        const escaped = `<p>x ${shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')} Jan de Wit</p>`;
        const expected = `x ${shown} Jan de Wit`.replace(/\s+/g, ' ');
        expect(rendered(escaped).text.replace(/\s+/g, ' ')).toBe(expected);
      }),
    );
  });
});
