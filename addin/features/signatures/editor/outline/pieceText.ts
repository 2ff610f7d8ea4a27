import type { i18n } from 'i18next';
import type { CompositionBlock, CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import type { Placed } from '../model/pieces/outlineOf.ts';

type LabelOf = (path: string) => string;

function partText(part: CompositionPart, labelOf: LabelOf): string {
  switch (part.kind) {
    case 'field':
      return `{${labelOf(part.field)}}`;
    case 'break':
      return ' ⏎ ';
    case 'separator':
      return part.text;
    default:
      return part.text.default;
  }
}

function blockText(texts: i18n, block: CompositionBlock, labelOf: LabelOf): string {
  switch (block.kind) {
    case 'text':
      return block.parts.map((part) => partText(part, labelOf)).join('');
    case 'button':
    case 'legal':
      return block.text.default;
    case 'image':
      return texts.t(`editor:source.${block.source.kind}`);
    case 'qrCode':
      return texts.t(`editor:qrCode.${block.content.kind}`);
    case 'social':
      return block.items.map(({ network }) => texts.t(`editor:network.${network}`)).join(', ');
    default:
      return '';
  }
}

/** What a piece is called in the outline: its kind, and what is written in it, fields by what `labelOf` calls them. */
export function pieceText(texts: i18n, placed: Placed, labelOf: LabelOf): { kind: string; words: string } {
  if (placed.level === 'row') return { kind: texts.t('editor:piece.row', { number: placed.index + 1 }), words: '' };
  if (placed.level === 'column') {
    return { kind: texts.t('editor:piece.column', { number: placed.index + 1 }), words: '' };
  }
  const words = blockText(texts, placed.piece, labelOf).replace(/\s+/g, ' ').trim();
  return { kind: texts.t(`editor:block.${placed.piece.kind}`), words: words.slice(0, 80) };
}
