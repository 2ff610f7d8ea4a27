import type { Block, Part, PartStyle, TextStyle } from '../../composition.ts';

/** Font size of the largest letters in a block. */
export const largestLetters = (block: Block, base: TextStyle): number => {
  if (block.kind !== 'text' && block.kind !== 'legal') return base.fontSize;
  const usual = block.style.fontSize ?? base.fontSize;
  const parts = block.kind === 'text' ? block.parts.map(partStyle) : [];
  return Math.max(usual, ...parts.map(({ fontSize }) => fontSize ?? usual));
};

const partStyle = (part: Part): PartStyle => ('style' in part ? (part.style ?? {}) : {});
