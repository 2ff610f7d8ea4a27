import type { i18n } from 'i18next';
import type { CompositionBlock, CompositionPart } from '../../../../../server/src/contract/composition.ts';
import { fieldLabel } from '../../../../ui/fields/fieldCatalogue.ts';
import type { Placed } from '../model/outlineOf.ts';

function partText(texts: i18n, part: CompositionPart): string {
  switch (part.kind) {
    case 'field':
      return `{${fieldLabel(texts, part.field)}}`;
    case 'break':
      return ' ⏎ ';
    case 'separator':
      return part.text;
    default:
      return part.text.default;
  }
}

function blockText(texts: i18n, block: CompositionBlock): string {
  switch (block.kind) {
    case 'text':
      return block.parts.map((part) => partText(texts, part)).join('');
    case 'button':
    case 'legal':
      return block.text.default;
    case 'image':
      return texts.t(`editor:source.${block.source.kind}`);
    case 'social':
      return block.items.map(({ network }) => texts.t(`editor:network.${network}`)).join(', ');
    default:
      return '';
  }
}

/** What a piece is called in the outline: its kind, and what is written in it. */
export function pieceText(texts: i18n, placed: Placed): { kind: string; words: string } {
  if (placed.level === 'row') return { kind: texts.t('editor:piece.row', { number: placed.index + 1 }), words: '' };
  if (placed.level === 'column') {
    return { kind: texts.t('editor:piece.column', { number: placed.index + 1 }), words: '' };
  }
  const words = blockText(texts, placed.piece).replace(/\s+/g, ' ').trim();
  return { kind: texts.t(`editor:block.${placed.piece.kind}`), words: words.slice(0, 80) };
}
