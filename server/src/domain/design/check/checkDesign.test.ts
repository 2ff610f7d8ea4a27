import { describe, expect, test } from '@jest/globals';
import { TemplateError } from '../../errors.ts';
import type { Block } from '../composition.ts';
import { defaultBrand } from '../defaultBrand.ts';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { column, field, line, numbered, picture, row, words } from '../gallery/build.ts';
import { gallery } from '../gallery/gallery.ts';
import type { MailDesign, SignatureDesign } from '../signature.ts';
import { checkDesign, findingOf } from './checkDesign.ts';
import { checkRendered } from './checkRendered.ts';

const context = {
  image: (id: string) => (id === 'here' ? { url: 'https://u.example/i', width: 10, height: 10 } : null),
  bytesOf: () => 1000,
  logo: 'here',
  isField: (path: string) => !path.includes('Unheard'),
};

const designWith = (newMail: MailDesign): SignatureDesign => ({
  newMail,
  reply: { kind: 'sameAsNew' },
  forward: { kind: 'none' },
  images: 'hosted',
});

const composed = (blocks: readonly Block[], width = 600): SignatureDesign =>
  designWith({
    kind: 'composition',
    composition: numbered({
      base: { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#222222' },
      width,
      direction: 'ltr',
      rows: [row([column(blocks)])],
    }),
  });

const codes = (design: SignatureDesign) =>
  checkDesign(design, context).map(({ code, severity, blockId }) => [code, severity, blockId]);

const banner: Block = {
  id: '',
  kind: 'banner',
  condition: null,
  imageId: 'here',
  width: 300,
  alt: words('Come'),
  href: null,
  from: '2026-12-24',
  until: '2026-12-01',
  timeZone: 'Europe/Amsterdam',
};

describe('the check of a design', () => {
  test('finds nothing wrong with any design of the gallery', () => {
    for (const { design } of gallery(defaultBrand))
      expect(checkDesign(design, context).filter(({ code }) => code !== 'logo-missing')).toEqual([]);
  });

  test('names what blocks publishing, and where', () => {
    expect(codes(composed([]))).toEqual([['empty', 'error', null]]);
    expect(codes(composed([line([field('Unheard')])]))).toEqual([['unknown-field', 'error', 'r1c1b1']]);
    const html = '{{ person.custom.site | web }} {% if person.custom.Unheard != blank %}-{% endif %}';
    expect(codes(designWith({ kind: 'html', html }))).toEqual([['unknown-field', 'error', null]]);
    expect(codes(composed([banner]))).toEqual([['dates-reversed', 'error', 'r1c1b1']]);
    expect(codes(composed([{ ...banner, imageId: 'gone', from: null }]))).toEqual([
      ['image-missing', 'error', 'r1c1b1'],
    ]);
    expect(codes(designWith({ kind: 'html', html: ' \u200b' }))).toEqual([['empty', 'error', null]]);
  });

  test('warns of names in an expert’s HTML that are no fields, and not of what Liquid itself has or the HTML made up', () => {
    const ofLiquid =
      '{% assign line = person.mail | tel: country %}{{ line }}{% for a in (1..2) %}{{ a }}{{ forloop.index }}{% endfor %}';
    const html = `${ofLiquid}{{ manager.Unheard }} {{ Unheard }} {% if person.Unheard != blank %}-{% endif %}`;
    const found = checkDesign(designWith({ kind: 'html', html }), context).filter(
      ({ code }) => code === 'unknown-field',
    );
    expect(found.map(({ severity, values }) => [severity, values['field']])).toEqual([
      ['warning', 'person.Unheard'],
      ['warning', 'manager.Unheard'],
    ]);
  });

  test('warns of what looks or works less well', () => {
    expect(codes(composed([line([field('mail')])], 640))).toEqual([['too-wide', 'warning', null]]);
    const image = { source: { kind: 'upload' as const, imageId: 'here' }, alt: words(''), width: 640 };
    expect(codes(composed([picture(image)]))).toEqual([
      ['no-alt', 'warning', 'r1c1b1'],
      ['wider-than-signature', 'warning', 'r1c1b1'],
    ]);
    expect(codes(composed([line([field('mail', { color: '#cccccc' })])]))).toEqual([
      ['low-contrast', 'warning', 'r1c1b1'],
    ]);
    expect(codes(composed([line([field('mail', { color: '#0000ff' })])]))).toEqual([
      ['low-contrast-dark', 'warning', 'r1c1b1'],
    ]);
  });

  test('says where Liquid does not parse and which CSS Word ignores', () => {
    const html = '<p style="border-radius:4px; color:red">\n{% if jobTitle %}</p><a href="http://x.example">x</a>';
    const found = checkDesign(designWith({ kind: 'html', html }), context);
    expect(found).toEqual([
      expect.objectContaining({ code: 'template-invalid', values: expect.objectContaining({ line: 2, column: 1 }) }),
      expect.objectContaining({ code: 'css-ignored', values: { property: 'border-radius' } }),
      expect.objectContaining({ code: 'insecure-link' }),
    ]);
  });

  test('a hundred thousand signs of an expert are looked through at once', () => {
    const html = `<p style="${'a:'.repeat(25_000)}${'-'.repeat(49_000)}">x</p>`;
    expect(codes(designWith({ kind: 'html', html }))).toEqual([]);
  });

  test('a refusal to render becomes a finding with its numbers and its block', () => {
    const refusal = new TemplateError('signature-too-long', 'Too long.', { values: { length: 31_000, blockId: 'b' } });
    expect(findingOf(refusal, null)).toEqual({
      code: 'signature-too-long',
      severity: 'error',
      blockId: 'b',
      values: { length: 31_000 },
    });
  });
});

describe('the check for one person', () => {
  const person: DesignPerson = {
    id: 'p',
    values: { 'person.businessPhone': 'ask reception', 'person.mail': 'bo@example.com' },
    groups: new Set(),
    units: new Set(),
    language: '',
    today: { date: () => '2026-12-01' },
    photoUrl: () => null,
  };
  const whole: DesignContext = {
    ...context,
    iconUrl: () => 'https://u.example/i',
    typeOf: (path) => (path.endsWith('Phone') ? 'phone' : 'email'),
  };
  const { newMail } = composed([line([field('businessPhone'), field('mail'), field('mobilePhone')])]);

  test('warns of a number that nobody can call, and not of one that is not there', () => {
    const rendered = { html: '<b>x</b>', text: 'x', ghosts: [] };
    expect(checkRendered({ rendered, mail: newMail, person }, whole)).toEqual([
      {
        code: 'phone-unclear',
        severity: 'warning',
        blockId: 'r1c1b1',
        values: { field: 'person.businessPhone', value: 'ask reception' },
      },
    ]);
  });

  test('warns of somebody who gets nothing', () => {
    const rendered = { html: '', text: '', ghosts: [] };
    expect(checkRendered({ rendered, mail: newMail, person }, whole).map(({ code }) => code)).toEqual(['empty-result']);
  });
});
