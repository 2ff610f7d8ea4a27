import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sanitizeSignature } from './sanitizeSignature.ts';
import { plainTags } from './plainTags.ts';

describe('elements that mail programs lack', () => {
  test.each([
    ['<s>1</s><strike>2</strike>', 'text-decoration:line-through'],
    ['<small>1</small>', 'font-size:smaller'],
    ['<code>1</code><tt>2</tt><pre>3</pre>', 'font-family:monospace'],
    ['<h1>1</h1>', 'font-size:2em;font-weight:bold'],
    ['<body dir="rtl" style="font-family:Arial">1</body>', 'dir="rtl" style="font-family:Arial"'],
    ['<body bgcolor="#eee">1</body>', 'background-color:#eee'],
    ['<html><body style="color:#333">1</body></html>', 'color:#333'],
    ['<table><tr><td nowrap>1</td></tr></table>', 'white-space:nowrap'],
  ])('look as they did: %s', (html, look) => {
    expect(sanitizeSignature(html)).toContain(look);
  });

  test.each([
    ['<p>He said <q cite="https://a.example">well</q>.</p>', '<p>He said “well”.</p>'],
    ['<Q>one <q>two</q> three</Q> <q>four</q>', '“one ‘two’ three” “four”'],
    ['five</q>', 'five'],
    ['<p><quote>six</quote></p>', '<p>six</p>'],
  ])('keep the quotation marks that a browser shows: %s', (html, expected) => {
    expect(sanitizeSignature(html)).toBe(expected);
  });

  test('a page that says nothing of how it looks leaves nothing of itself', () => {
    expect(sanitizeSignature('<html><body style="margin:0;tab-interval:36pt"><p>Jan</p></body></html>')).toBe(
      '<p>Jan</p>',
    );
  });

  test('what an element says itself counts more than how it looks anyway', () => {
    expect(sanitizeSignature('<h3 style="font-weight:normal;margin:0">Jan</h3>')).toMatch(
      /font-weight:bold;.*font-weight:normal;margin:0"/,
    );
  });

  test('rows and cells of a head have what other cells may have', () => {
    const table =
      '<table><thead bgcolor="#ddd"><tr bgcolor="red"><th colspan="2" rowspan="2" bgcolor="#fff">Jan</th></tr></thead></table>';
    expect(sanitizeSignature(table)).toBe(table);
  });

  test.each([
    'list-style:none;padding:0',
    'list-style:outside none none',
    'list-style-type:none',
    'list-style:none inside',
  ])('lists keep their signs and numbers, or their lack of them: %s', (none) => {
    const list = `<ul style="${none}"><li>T</li></ul><ol start="3" style="list-style-type:lower-alpha"><li>M</li></ol>`;
    expect(sanitizeSignature(list)).toBe(list);
  });

  test('are as good as the second time', () => {
    const attribute = fc.constantFrom(
      '',
      ' dir="rtl"',
      ' style="color:red;margin:0"',
      ' nowrap',
      ' bgcolor="#eee"',
      ' align="center"',
    );
    const name = fc.constantFrom(
      ...Object.keys(plainTags).filter((each) => !['td', 'th', 'html', 'body'].includes(each)),
    );
    const element = fc.tuple(name, attribute, fc.constantFrom('', 'Jan', '<p>Cook</p>', '<b>+31</b><br>'));
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 4 }), attribute, (elements, ofPage) => {
        const nested = elements.reduceRight(
          (inside, [tag, said, words]) => `<${tag}${said}>${words}${inside}</${tag}>`,
          '',
        );
        const once = sanitizeSignature(`<html${ofPage}><body${ofPage}>${nested}</body></html>`);
        expect(sanitizeSignature(once)).toBe(once);
      }),
    );
  });
});
