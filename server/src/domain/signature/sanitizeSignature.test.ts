import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sanitizeSignature } from './sanitizeSignature.ts';

describe('the fonts of what is sanitised', () => {
  const name = fc.constantFrom(
    'メイリオ',
    'ＭＳ Ｐゴシック',
    '微软雅黑',
    '맑은 고딕',
    'דוד',
    'नोटो सैन्स',
    'Segoe UI',
    'Arial No. 2',
  );
  const plain = fc.constantFrom('Meiryo', 'sans-serif', 'Segoe UI');

  test('stay whatever script their names are in', () => {
    const font = fc.oneof(
      plain,
      name.map((each) => `'${each}'`),
    );
    fc.assert(
      fc.property(fc.array(font, { minLength: 1, maxLength: 5 }), (fonts) => {
        const html = `<p style="font-family:${fonts.join(',')}">x</p>`;
        expect(sanitizeSignature(html)).toBe(html);
      }),
    );
    expect(sanitizeSignature('<p style=\'font-family:"メイリオ",Meiryo\'>x</p>')).toBe(
      '<p style="font-family:&quot;メイリオ&quot;,Meiryo">x</p>',
    );
  });

  test('stay beside one whose name has something in brackets', () => {
    const html = `<p style="font-family:'Segoe UI','Segoe UI Web (West European)',-apple-system,sans-serif">x</p>`;
    expect(sanitizeSignature(html)).toBe(html);
    for (const font of ["'x(y)'", "'x (y'", "'x ((y))'", 'x (y)', "'x (url(y))'", "'x (y:z)'"])
      expect([font, sanitizeSignature(`<p style="font-family:${font},Arial">x</p>`)]).toEqual([font, '<p>x</p>']);
  });

  test('have no sign in their names that could begin anything else', () => {
    const sign = fc.constantFrom(...'\\()<>{}@:/&%!*');
    fc.assert(
      fc.property(name, sign, fc.constantFrom("'", ''), (font, bad, quote) => {
        const written = `<p style="font-family:${quote}${font}${bad}${font}${quote},Arial">x</p>`;
        expect(sanitizeSignature(written)).toBe('<p>x</p>');
      }),
    );
  });
});

/** As browsers write what they show, and people what they want. */
const declarations = [
  'border:1px solid #ccc',
  'border:none',
  'border-left:3px solid rgb(31, 127, 196)',
  'border-left:3px solid rgb(31,127,196)',
  'border-right:thin dotted rgba(0, 0, 0, .5)',
  'border-bottom:solid windowtext 1.0pt',
  'border-top:rgb(1 2 3 / 50%) 2px dashed',
  'border-width:0px 0px 2px',
  'border-style:none none solid',
  'border-color:initial initial rgb(0, 0, 0)',
  'border-left-width:2px',
  'border-left-style:solid',
  'border-left-color:rgb(255, 0, 0)',
  'border-top-width:medium',
  'font-size:medium',
  'font-size:x-small',
  'font-size:larger',
  'font-weight:bolder',
  'font-style:oblique',
  'direction:rtl',
  'direction:ltr',
  'margin:0px auto',
  'margin:0 0 0 auto',
  'margin-left:auto',
  'text-align:justify',
  'text-align:start',
  'text-decoration:none solid rgb(0, 0, 0)',
  'text-decoration:underline 1px',
  'text-decoration:line-through',
  'vertical-align:super',
  'background:rgb(255, 0, 0) none',
  'background:#f00 none repeat scroll 0% 0%',
  'background:none 0% 0% / auto repeat scroll padding-box border-box rgb(255, 0, 0)',
  'color:rgb(1 2 3)',
  'background-color:hsl(120, 50%, 50%)',
];

describe('a style', () => {
  test.each(declarations)('stays as browsers write it: %s', (style) => {
    const html = `<p style="${style}">x</p>`;
    expect(sanitizeSignature(html)).toBe(html);
  });

  test.each([
    ['12px Arial', 'normal', 'normal', '12px', 'normal', 'Arial'],
    ['bold 12px/16px Arial,sans-serif', 'normal', 'bold', '12px', '16px', 'Arial,sans-serif'],
    ["italic small-caps 700 .9em / 1.4 'Segoe UI'", 'italic', '700', '.9em', '1.4', "'Segoe UI'"],
    ["7.0pt 'Times New Roman'", 'normal', 'normal', '7.0pt', 'normal', "'Times New Roman'"],
    ['BOLD MEDIUM Arial', 'normal', 'bold', 'medium', 'normal', 'Arial'],
  ])('has what font says in properties of its own: %s', (font, ...values) => {
    const names = ['font-style', 'font-weight', 'font-size', 'line-height', 'font-family'];
    const apart = names.map((name, at) => `${name}:${values[at] ?? ''}`);
    expect(sanitizeSignature(`<p style="color:red;font:${font};margin:0">x</p>`)).toBe(
      `<p style="color:red;${apart.join(';')};margin:0">x</p>`,
    );
    expect(sanitizeSignature(`<p style="font:${font} ! important">x</p>`)).toBe(
      `<p style="${apart.map((each) => `${each} !important`).join(';')}">x</p>`,
    );
  });

  test.each(['font:caption', 'font:inherit', 'font:12px', 'font:12px url(x)', 'font:-12px'])(
    'has nothing of a font that says no size and name: %s',
    (style) => {
      expect(sanitizeSignature(`<p style="${style}">x</p>`)).not.toMatch(/url|caption|inherit|font-family/);
    },
  );

  test.each([
    'border:1px solid url(x)',
    'border-color:expression(x)',
    'border-left:-3px solid red',
    'background:#f00 url(https://u.example/x)',
    'background:rgb(url(x))',
    'color:rgb(1,2,3',
    'text-decoration:none url(x)',
    'margin:auto -5px',
    'margin-left:-5px',
    'direction:rtl url(x)',
    'font-size:small url(x)',
  ])('goes that would load or move anything: %s', (style) => {
    expect(sanitizeSignature(`<p style="${style}">x</p>`)).toBe('<p>x</p>');
  });

  test('says the same in capitals', () => {
    const capital = (text: string, at: number): string => (at % 2 === 0 ? text.toUpperCase() : text);
    const written = fc.array(
      fc.tuple(fc.constantFrom(...declarations, 'font-size:12px', 'margin:0CM 1.5em'), fc.nat(3)),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(written, fc.constantFrom(';', ' ; ', ';;', '; /* X:Y; */ '), (all, sign) => {
        const styleOf = (write: (name: string, value: string, at: number) => string) =>
          all.map(([each, at]) => write(...(each.split(':') as [string, string]), at)).join(sign);
        const capitals = styleOf((name, value, at) => `${capital(name, at)} : ${capital(value, at >> 1)}`);
        const plain = styleOf((name, value) => `${name}:${value.toLowerCase()}`);
        const clean = (style: string) =>
          sanitizeSignature(`<p style="${style}">x</p>`).replace(/#\w+/g, (hex) => hex.toLowerCase());
        expect(clean(capitals)).toBe(clean(plain));
      }),
    );
  });

  test('in capitals leaves fonts, colours and names of one’s own as they are', () => {
    expect(sanitizeSignature(`<p style="FONT-FAMILY: 'Segoe UI',Calibri; COLOR:#1F497D; --X:1">x</p>`)).toBe(
      `<p style="font-family:'Segoe UI',Calibri;color:#1F497D">x</p>`,
    );
  });

  test('with signs that nobody closed is read all the same, however many', () => {
    for (const sign of ['"', "'", '(', '/*', '/* */', ':', ';', ' ', '!', 'A:', 'font:', 'A:a ', '(")', 'font:1px/'])
      expect(sanitizeSignature(`<p style='COLOR:red;${sign.replace("'", '&#39;').repeat(50_000)}'>x</p>`)).toMatch(
        /^<p( style="color:red[^"]*")?>x<\/p>$/,
      );
  });
});

describe('what is hidden', () => {
  const way = fc.constantFrom(
    'style="display:none"',
    'style="DISPLAY : NONE"',
    'style="display:none!important;mso-hide:all;max-height:0"',
    'style="display:none ! IMPORTANT;display:block"',
    'style="color:red;display:block;display:none"',
    'style="visibility:hidden"',
    'STYLE="Visibility: Collapse"',
    'style=\'font-family:"a;b";display:none\'',
    'style="/* display:block; */ display:none /* x"',
    'hidden',
    'hidden="" style="color:red"',
  );
  const words = [
    'WORDS',
    '<b>WORDS</b>',
    '<img src="https://u.example/words.png">WORDS<br>',
    '<a href="https://u.example/">WORDS',
  ];
  const blocks = ['<table><tr><td>WORDS<style>p{}</style></td></tr></table>', '<p>WORDS<hr><p hidden>WORDS'];
  const held = fc.oneof(
    fc.tuple(fc.constantFrom('p', 'h1'), fc.constantFrom(...words)),
    fc.tuple(
      fc.constantFrom('div', 'span', 'td', 'center', 'section', 'o:p', 'font', 'title', 'b'),
      fc.constantFrom(...words, ...blocks),
    ),
  );

  test('goes with all that it holds, and leaves what stands around it', () => {
    fc.assert(
      fc.property(held, way, ([name, inside], attribute) => {
        expect(sanitizeSignature(`<div>a<${name} ${attribute}>${inside}</${name}>b</div><i>c</i>`)).toBe(
          '<div>ab</div><i>c</i>',
        );
      }),
    );
    expect(sanitizeSignature('<p>a<img style="display:none" src="https://u.example/dark.png">b</p>')).toBe('<p>ab</p>');
    expect(sanitizeSignature('<i>a</i><p style="display:none">b')).toBe('<i>a</i>');
    expect(sanitizeSignature('<gone>a</gone><gone style="color:red">a<b>b</gone>c&lt;gone&gt;d')).toBe(
      'c&lt;gone&gt;d',
    );
  });

  test.each([
    ['for Word alone, beside what Word draws itself', 'mso-hide:all;display:inline-block'],
    ['and shown again', 'display:none;display:block'],
    ['in a name that only begins so', "--display:none;display-x:none;content:'display:none'"],
    ['and shown in spite of it', 'display:block !important;display:none'],
    ['as an empty cell of a table would be', 'empty-cells:hide;overflow:hidden'],
  ])('stays where it is %s', (_what, style) => {
    expect(sanitizeSignature(`<p style="${style}">x</p>`)).toMatch(/^<p[^<>]*>x<\/p>$/);
    expect(sanitizeSignature(`<p hidden style="display:inline;color:red">x</p>`)).toBe(
      '<p style="display:inline;color:red">x</p>',
    );
  });
});

describe('a whole document', () => {
  test.each([
    '<title>My Signature - Export 2024</title>',
    '<svg width="10"><title>t</title><text>t</text></svg>',
    '<svg/>',
    '<math><mi>t</mi></math>',
    '<noscript><p>t</p></noscript>',
    '<template><p>t</p></template>',
    '<object data="x"><p>t</p></object>',
    '<iframe src="x">t</iframe>',
    '<video controls>t<p>t</p></video>',
    '<audio>t</audio>',
    '<select><option>t</option><optgroup label="t">t</optgroup></select>',
    '<script>t</script><style>t{}</style><textarea>t</textarea>',
  ])('gives only what its body says, without %s', (other) => {
    const body = '<p>Robin<sup>2</sup> H<sub>2</sub>O</p>';
    for (const html of [
      `<!DOCTYPE html><html><head>${other}</head><body>${body}</body></html>`,
      `<html><head>${other}<body>${body}`,
      `<body>${other}${body}${other}</body>`,
    ])
      expect(sanitizeSignature(html)).toBe(body);
  });
});

describe('the place of a signature', () => {
  test.each([
    'margin:-300px 0 0 -50px',
    'margin:0 -1em',
    'margin-top:-5px',
    'padding:-4px',
    'line-height:-5',
    'letter-spacing:-20px',
  ])('cannot be left, so that it covers what others wrote: %s', (style) => {
    expect(sanitizeSignature(`<p style="${style}">x</p>`)).toBe('<p>x</p>');
  });

  test.each(['margin:0 0 8px .5em', 'padding:4px 2px', 'line-height:1.4', 'line-height:normal', 'letter-spacing:-1px'])(
    'has the room it asks for: %s',
    (style) => {
      expect(sanitizeSignature(`<p style="${style}">x</p>`)).toBe(`<p style="${style}">x</p>`);
    },
  );
});
