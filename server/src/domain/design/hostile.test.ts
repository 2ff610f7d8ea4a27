import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TemplateError } from '../errors.ts';
import { sanitizeSignature } from '../signature/sanitizeSignature.ts';
import { openDesign } from './openDesign.ts';
import type { DesignContext, DesignPerson } from './designPerson.ts';
import { lostImages } from './recognise/cleanPasted.ts';
import { recogniseSignature } from './recognise/recogniseSignature.ts';
import { partsOfWords, withSeparators } from './recognise/lines/withSeparators.ts';
import type { SignatureDesign } from './signature.ts';
import { takeSheets } from './template/takeSheets.ts';

/** Ways to run or load something that were used against mail programs and sanitisers. */
const corpus: readonly string[] = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img/src="x"/onerror="alert(1)">',
  '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><style><img src="</style><img src=x onerror=alert(1)>"></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href=" &#106;avascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="https://ok.example" onclick="alert(1)">x</a>',
  '<iframe src="https://evil.example"></iframe><object data="x"></object><embed src="x">',
  '<form action="https://evil.example"><input name=p><button>go</button></form>',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import url(https://evil.example/x.css);</style><p>x</p>',
  '<p style="background:url(https://evil.example/x)">x</p>',
  '<p style="width:expression(alert(1))">x</p>',
  '<p style="behavior:url(x.htc);-moz-binding:url(x)">x</p>',
  '<p style="position:fixed;top:0;left:0">x</p>',
  '<p style="color:red;}body{display:none">x</p>',
  '<p style="font-family:\'x\';background:\\75rl(x)">x</p>',
  '<p style="font-family:\'メイ\\75rl(x)\';color:red">x</p>',
  '<!--[if mso]><v:rect><v:fill src="https://evil.example/x"/></v:rect><![endif]--><p>x</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<template><img src=x onerror=alert(1)></template>',
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext>',
  '<table background="https://evil.example/x"><tr><td background="x">x</td></tr></table>',
  '<img src="https://ok.example/x.png" srcset="https://evil.example/y 2x" lowsrc="z">',
  '<a href="mailto:a@b.example?bcc=evil@evil.example" style="x:y">x</a>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</td></tr></table><p>out</p>',
  '{{ "<img src=x onerror=alert(1)>" | raw }}',
  '{% assign x = "<script>" %}{{ x }}',
  '\u202e<b>x</b>\u0000\ufffe',
  '\u2067שלום\u2069 <b>\u2068',
];

const context: DesignContext = {
  image: () => ({ url: 'https://u.example/i.png', width: 10, height: 10 }),
  logo: null,
  iconUrl: () => 'https://u.example/i.png',
  typeOf: (field) =>
    field.endsWith('.mail') ? 'email' : field.endsWith('Phone') ? 'phone' : field.endsWith('.web') ? 'url' : 'text',
};

const personWith = (values: Readonly<Record<string, string>>): DesignPerson => ({
  id: 'p',
  values,
  groups: new Set(),
  units: new Set(),
  language: 'en',
  today: { date: () => '2026-12-01' },
  photoUrl: () => null,
});

const forAll = (newMail: SignatureDesign['newMail']): SignatureDesign => ({
  newMail,
  reply: { kind: 'none' },
  forward: { kind: 'none' },
  images: 'hosted',
});

const elements = new Set(
  'table tbody thead tr td th a img b strong i em u span br sup sub bdi p div font hr ul ol li'.split(' '),
);
const attributes = new Set(
  'style align valign width height dir lang role cellpadding cellspacing border bgcolor colspan rowspan href title src alt face size color hspace vspace type start value'.split(
    ' ',
  ),
);

/** Every tag with its attributes, read as a browser would read what sanitising writes. */
const expectHarmless = (html: string): void => {
  for (const [, name = '', rest = ''] of html.matchAll(/<\/?([^\s<>/]+)([^<>]*)>/g)) {
    expect(elements).toContain(name);
    for (const [, attribute = '', value = ''] of rest.matchAll(/([^\s=]+)="([^"]*)"/g)) {
      expect(attributes).toContain(attribute);
      if (attribute === 'href') expect(value).toMatch(/^(?:https:\/\/|mailto:|tel:)/);
      if (attribute === 'src') expect(value).toMatch(/^(?:https:\/\/|cid:)/);
      if (attribute === 'style') expect(value).not.toMatch(/url|expression|import|position|behavior|binding|[\\{}<>]/i);
    }
    expect(rest.replace(/[^\s=]+="[^"]*"/g, '').trim()).toMatch(/^\/?$/);
  }
  expect(html.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
};

describe('hostile input', () => {
  test('as the value of any field yields nothing but text and certain links', () => {
    const parts = ['displayName', 'mail', 'businessPhone', 'web'].map((name) => ({
      kind: 'field' as const,
      field: `person.${name}`,
      link: 'auto' as const,
    }));
    const block = { id: 'b', kind: 'text' as const, condition: null, parts, style: {} };
    const social = {
      id: 's',
      kind: 'social' as const,
      condition: null,
      items: [{ network: 'linkedin' as const, href: { kind: 'field' as const, field: 'person.web' } }],
      size: 20,
      gap: 4,
      color: '#000000',
    };
    const column = { id: 'c', width: null, align: 'left', verticalAlign: 'top', padding: 0, border: null } as const;
    const composition = {
      base: { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#222222' },
      width: 600,
      direction: 'ltr' as const,
      rows: [{ id: 'r', gap: 0, condition: null, columns: [{ ...column, blocks: [block, social] }] }],
    };
    const designs = [
      forAll({ kind: 'composition', composition }),
      forAll({
        kind: 'html',
        html: '<p title="{{ person.web }}">{{ person.web }} {{ person.web | raw }}</p><a href="{{ person.web }}">x</a>',
      }),
      forAll({
        kind: 'html',
        html: '{% capture a %}{{ web }}{% endcapture %}<p title="{{ a }}">{{ a }} {{ a | raw }}</p><a href="{{ a }}">x</a>',
      }),
    ].map((design) => openDesign(design, context));
    for (const value of corpus) {
      const values = {
        'person.displayName': value,
        'person.mail': value,
        'person.businessPhone': value,
        'person.web': value,
      };
      for (const render of designs) {
        const { html, text } = render('newMail', personWith(values));
        expectHarmless(html);
        // Classic Outlook shows them as signs.
        expect(text).not.toMatch(/[\u2066-\u2069]/);
      }
    }
  });

  test('as an expert’s HTML, alone or pasted, yields only what is allowed', () => {
    for (const html of corpus) {
      const unrendered = /\{%/.test(html) ? [] : [forAll({ kind: 'html', html })];
      const pasted = recogniseSignature(`<p>Jo</p>${html}`, { values: {}, typeOf: context.typeOf }).design;
      for (const design of [...unrendered, pasted])
        expectHarmless(openDesign(design, context)('newMail', personWith({})).html);
    }
  });

  test('is linked without the white space around it', () => {
    const html = '<a href="{{ web }}">{{ web }}</a>';
    const filled = openDesign(forAll({ kind: 'html', html }), context);
    for (const web of [' https://', '\u00a0https://u.example/ ', '\n mailto:a@u.example'])
      expectHarmless(filled('newMail', personWith({ 'person.web': web })).html);
  });

  test('in pieces, within each other and within tags, yields only what is allowed, in HTML, pasted and as a value', () => {
    const cut = fc
      .tuple(fc.constantFrom(...corpus), fc.nat(80), fc.nat(80))
      .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length + 1));
    const glue = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      "'",
      ' ',
      '<p ',
      '<a href="',
      '<img src=',
      '-->',
      '<!--',
      '\u0000',
      '&#x3c;',
    );
    const anything = fc
      .array(fc.oneof(cut, glue, fc.constantFrom(...corpus), fc.string({ maxLength: 6 })), { maxLength: 8 })
      .map((pieces) => pieces.join(''));
    const filled = openDesign(
      forAll({
        kind: 'html',
        html:
          '<p>{{ displayName }}</p><a href="{{ web }}">{{ web | raw }}</a>' +
          '{% capture a %}{{ web | raw }}{% endcapture %}<p>{{ a | raw }}</p><a href="{{ a }}">x</a>',
      }),
      context,
    );
    fc.assert(
      fc.property(anything, (html) => {
        const values = { 'person.displayName': html, 'person.web': html };
        expectHarmless(filled('newMail', personWith(values)).html);
        const pasted = recogniseSignature(`<p>Jo</p>${html}`, { values: {}, typeOf: context.typeOf }).design;
        for (const design of [forAll({ kind: 'html', html }), pasted]) {
          try {
            expectHarmless(openDesign(design, context)('newMail', personWith(values)).html);
          } catch (error) {
            // Half a tag of Liquid is refused.
            if (!(error instanceof TemplateError)) throw error;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('that would work for ever is stopped, and says where', () => {
    const loops = '{% for a in (1..9999) %}{% for b in (1..9999) %}{{ a }}{% endfor %}{% endfor %}';
    const codeOf = (html: string): unknown => {
      try {
        return openDesign(forAll({ kind: 'html', html }), context)('newMail', personWith({}));
      } catch (error) {
        return error instanceof TemplateError ? error.code : error;
      }
    };
    expect(codeOf(`<p>\n${loops}`)).toBe('template-limit');
    const sheet = (rules: string, elements: number) => `<STYLE>${rules}</style>${'<b>x</b>'.repeat(elements)}`;
    const long = '&'.repeat(90_000);
    const endless = [
      sheet('b{a:b}'.repeat(4000), 4000),
      sheet(`${'b,'.repeat(4000)}b{a:b}`, 4000),
      sheet('x~b~b~b~b~b~b~b~b{a:b}', 100),
      sheet('b:has(b):not(:has(b:has(b))){a:b}', 400),
      `<style>${'b{a:b}'.repeat(500)}</style>{% for a in (1..900) %}<b>x</b>{% endfor %}`,
      `{% for a in (1..1500) %}${'<b>x</b>'.repeat(1500)}{% endfor %}`,
      `{% for a in (1..20) %}${'<b>'.repeat(2000)}{% endfor %}x`,
      `{% capture a %}${long}{% endcapture %}{% for b in (1..40) %}{{ a }}{% endfor %}`,
      `{% capture a %}{% for b in (1..9000) %}${long}{% endfor %}{% endcapture %}{{ a | size }}`,
      `{% capture a %}{% for b in (1..9000) %}${long}{% endfor %}{% endcapture %}{% if a == 'x' %}y{% endif %}`,
    ];
    for (const html of endless)
      expect([html.slice(0, 60), codeOf(html)]).toEqual([html.slice(0, 60), 'template-limit']);
    expect(codeOf('{% include "x" %}')).toBe('template-include');
  });

  test('that is pasted and would become much more is refused before it has', () => {
    const refusalOf = (html: string): unknown => {
      try {
        return recogniseSignature(html, { values: {}, typeOf: context.typeOf }).design.newMail.kind;
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        expect([error.code, Number(error.values['length']) < 250_000]).toEqual(['paste-too-long', true]);
        return error.code;
      }
    };
    const within = (name: string, depth: number, words: string) =>
      `<${name}>`.repeat(depth) + words + `</${name}>`.repeat(depth);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 290 }), fc.integer({ min: 4000, max: 10_000 }), (depth, signs) => {
        // Formatting in so much other ends at no sign: then nothing of it is written anew.
        const allowed = depth > 20 ? ['paste-too-long', 'html'] : ['paste-too-long'];
        expect(allowed).toContain(refusalOf(within('b', depth, 'a|'.repeat(signs))));
      }),
      { numRuns: 10 },
    );
    for (const name of ['b', 'div', 'table', 'span style="color:red"'])
      expect(refusalOf(within(name, 5000, 'x'))).toBe('paste-too-long');
    expect(refusalOf(within('b', 290, 'a|'.repeat(50)))).toBe('html');
  });

  test('that is long is read once, and not once more with each of its pieces', () => {
    expect(lostImages('<img '.repeat(400_000))).toBe(0);
    expect(takeSheets('<!-- -->'.repeat(300_000))).toEqual({ css: '', html: '' });
    expect(takeSheets('<style>x</style>'.repeat(100_000)).html).toBe('');
    const hollow = '<img><b hidden></b>'.repeat(200_000);
    expect(sanitizeSignature(`<p>${'x'.repeat(1_000_000)}</p>${hollow}`)).toHaveLength(1_000_007);
    expect(withSeparators(partsOfWords('a|'.repeat(400_000)))).toHaveLength(800_000);
  });
});
