import { describe, expect, it } from '@jest/globals';
import { bodyDocument, type ComposedBody } from './bodyDocument.ts';

const body: ComposedBody = {
  composeType: 'reply',
  format: 'html',
  isDark: false,
  language: 'en',
  signature: '<b>Noor</b>',
  words: {
    greeting: 'Hi <Robin>',
    paragraph: 'See you.',
    quoted: { header: [['From:', 'Robin <robin@example.com>']], lines: ['Earlier & before'] },
  },
};

describe('the mail as a document', () => {
  it('forbids everything but pictures and styles', () => {
    expect(bodyDocument(body)).toContain("default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'");
  });

  it('has the signature as it is, above the quoted mail', () => {
    const html = bodyDocument(body);
    expect(html.indexOf('<b>Noor</b>')).toBeLessThan(html.indexOf('Earlier &amp; before'));
    expect(html).toContain('Robin &lt;robin@example.com&gt;');
  });

  it('quotes nothing in a new mail', () => {
    expect(bodyDocument({ ...body, composeType: 'newMail' })).not.toContain('Earlier');
  });

  it('takes nothing for HTML when the body is plain text', () => {
    const html = bodyDocument({ ...body, format: 'text', signature: '<script>alert(1)</script>' });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
