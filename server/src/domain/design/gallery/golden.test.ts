import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { galleryContext, galleryPeople } from '../../../../tests/support/designs/galleryPeople.ts';
import { openDesign } from '../openDesign.ts';
import { defaultBrand } from '../defaultBrand.ts';
import { gallery } from './gallery.ts';

/** `GOLDENS=write npm run jest -- gallery/golden` writes them anew; then look at what changed. */
const folder = join(import.meta.dirname, 'golden');

/** One cell a line, so that a difference shows where it is. */
const readable = (html: string): string =>
  html
    .replace(/(<\/?(?:table|tr|td)\b)/g, '\n$1')
    .replace(/\n+/g, '\n')
    .trim();

const written = (design: (typeof designs)[number]['design']): string => {
  const render = openDesign(design, galleryContext);
  return Object.entries(galleryPeople)
    .map(([name, person]) => {
      const { html, text } = render('newMail', person);
      return `== ${name}, text\n${text}\n\n== ${name}, HTML\n${readable(html)}\n`;
    })
    .join('\n');
};

const designs = gallery(defaultBrand);

describe('every design of the gallery, for somebody with everything, with nothing, hostile, and right to left', () => {
  test.each(designs.map(({ key, design }) => [key, design] as const))(
    '%s is as it was looked at and found good',
    (key, design) => {
      const file = join(folder, `${key}.txt`);
      if (process.env['GOLDENS'] === 'write') {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, written(design));
      }
      expect(written(design)).toBe(readFileSync(file, 'utf8'));
    },
  );
});
