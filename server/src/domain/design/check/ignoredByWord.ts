/**
 * CSS that the Windows Outlook which renders with Word ignores. From the data of https://www.caniemail.com (September
 * 2025), each under /features/css-<name>/.
 */
const ignored = new Set([
  'animation',
  'background-image',
  'border-radius',
  'box-shadow',
  'flex',
  'flex-direction',
  'float',
  'gap',
  'grid-template-columns',
  'max-height',
  'max-width',
  'min-height',
  'min-width',
  'object-fit',
  'opacity',
  'overflow',
  'position',
  'text-shadow',
  'transform',
  'transition',
]);

const mostChecked = 100_000;

/** Names of CSS properties in an expert's HTML that do nothing there, each once, in the order of the alphabet. */
export const ignoredByWord = (html: string): readonly string[] => {
  const names = html
    .slice(0, mostChecked)
    .split(/[;{"'>]/)
    .flatMap((piece) => {
      const colon = piece.indexOf(':');
      return colon < 0 ? [] : [piece.slice(0, colon).trim().toLowerCase()];
    });
  const found = new Set(names.filter((name) => ignored.has(name)));
  if (/@media\b/i.test(html)) found.add('@media');
  return [...found].sort();
};
