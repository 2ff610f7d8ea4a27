import type { Block, Composition } from '../composition.ts';
import { contrastInDark, contrastOf } from './contrast.ts';
import type { Finding } from './finding.ts';

/** Of text as large as signatures have it. https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const least = 4.5;
/** In the dark nobody knows the background exactly; below this nothing can be made out. */
const leastInDark = 3;

/** Text that is hard to read on white, on a dark page, or on its button; each colour once per block. */
export const checkColors = (composition: Composition, blocks: readonly Block[]): readonly Finding[] =>
  blocks.flatMap((block) =>
    block.kind === 'button'
      ? tooFaint(block.id, block.color, block.background)
      : [...new Set(colorsOf(block, composition.base.color))].flatMap((color) => [
          ...tooFaint(block.id, color, '#ffffff'),
          ...faintInDark(block.id, color),
        ]),
  );

const colorsOf = (block: Block, usual: string): readonly string[] => {
  if (block.kind === 'social') return [block.color];
  if (block.kind === 'legal') return [block.style.color ?? usual];
  if (block.kind !== 'text') return [];
  return block.parts.flatMap((part) =>
    part.kind === 'break' || part.kind === 'separator' ? [] : [part.style?.color ?? block.style.color ?? usual],
  );
};

/** With one digit after the point. */
export const told = (contrast: number): number => Math.round(contrast * 10) / 10;

const tooFaint = (blockId: string, color: string, background: string): readonly Finding[] => {
  const contrast = contrastOf(color, background);
  if (contrast >= least) return [];
  return [
    { code: 'low-contrast', severity: 'warning', blockId, values: { color, background, contrast: told(contrast) } },
  ];
};

const faintInDark = (blockId: string, color: string): readonly Finding[] => {
  const contrast = contrastInDark(color);
  if (contrast >= leastInDark) return [];
  return [{ code: 'low-contrast-dark', severity: 'warning', blockId, values: { color, contrast: told(contrast) } }];
};
