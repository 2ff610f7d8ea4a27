import { expect, test } from '@jest/globals';
import { readHtmlFile } from './readHtmlFile.ts';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

test.each([
  ['UTF-8', Buffer.from('<p>Zoë – Müller</p>')],
  ['UTF-8 with a mark', Buffer.from('\ufeff<p>Zoë – Müller</p>')],
  ['UTF-16, as Outlook may keep it', utf16('<p>Zoë – Müller</p>')],
  ['Windows-1252 without a word', Buffer.from('<p>Zo\xeb \x96 M\xfcller</p>', 'latin1')],
])('a signature in %s is read as it was written', async (_name, bytes) => {
  expect(await readHtmlFile(new Blob([new Uint8Array(bytes)]))).toContain('<p>Zoë – Müller</p>');
});

test.each(['windows-1252', '"iso-8859-1"'])('what a document says of itself counts: %s', async (charset) => {
  const html = `<meta http-equiv=Content-Type content="text/html; charset=${charset}"><p>Zo\xeb</p>`;
  expect(await readHtmlFile(new Blob([new Uint8Array(Buffer.from(html, 'latin1'))]))).toContain('<p>Zoë</p>');
});

test.each([
  ['utf-16', Buffer.from('<meta charset=utf-16><p>Zoë</p>')],
  ['unicode', Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=unicode"><p>Zoë</p>')],
  ['utf-16be', Buffer.from('<meta charset="utf-16be"><p>Zo\xeb</p>', 'latin1')],
])('a document that names %s in single bytes is in another encoding', async (_name, bytes) => {
  expect(await readHtmlFile(new Blob([new Uint8Array(bytes)]))).toContain('<p>Zoë</p>');
});

test('a name of no encoding is passed over', async () => {
  const html = '<meta charset=nothing><p>Zoë</p>';
  expect(await readHtmlFile(new Blob([new Uint8Array(Buffer.from(html))]))).toContain('<p>Zoë</p>');
});
