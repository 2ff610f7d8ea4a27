import type { Brand, MailDesign } from '../../../../../server/src/contract/signatures.ts';
import type {
  Composition,
  CompositionBlock,
  CompositionColumn,
  CompositionRow,
} from '../../../../../server/src/contract/composition.ts';
import { insertRow } from './editPiece.ts';
import { editBlocks, inserted, most } from './editLists.ts';
import type { MakeId } from './freshCopy.ts';
import { findPiece } from './outlineOf.ts';

export type BlockKind = CompositionBlock['kind'];

/** What a new piece begins with: the brand and the words of the reader. */
export interface Beginnings {
  readonly makeId: MakeId;
  readonly colors: Brand['colors'];
  readonly website: string;
  readonly timeZone: string;
  readonly words: { readonly text: string; readonly button: string; readonly legal: string };
}

export const newColumn = (makeId: MakeId, blocks: CompositionBlock[] = []): CompositionColumn => ({
  id: makeId(),
  width: null,
  align: 'left',
  verticalAlign: 'top',
  padding: 12,
  border: null,
  blocks,
});

export const newRow = (makeId: MakeId, blocks: CompositionBlock[] = []): CompositionRow => ({
  id: makeId(),
  columns: [newColumn(makeId, blocks)],
  gap: 4,
  condition: null,
});

const fallbackSite = 'https://www.example.com';
const words = (text: string) => ({ default: text });

/** A block as it looks before anybody changed it. Banners need an image first. */
export function newBlock(kind: Exclude<BlockKind, 'banner'>, begin: Beginnings): CompositionBlock {
  const any = { id: begin.makeId(), condition: null };
  const website = begin.website === '' ? fallbackSite : begin.website;
  const { accent, muted } = begin.colors;
  switch (kind) {
    case 'text':
      return { ...any, kind, parts: [{ kind: 'text', text: words(begin.words.text) }], style: {} };
    case 'image':
      return {
        ...any,
        ...{ kind, source: { kind: 'photo', of: 'person' }, width: 96, height: null, alt: words(''), href: null },
        shape: 'round',
      };
    case 'social':
      return {
        ...any,
        ...{ kind, items: [{ network: 'website', href: { kind: 'url', url: website } }], size: 20, gap: 6 },
        color: accent,
      };
    case 'divider':
      return { ...any, kind, color: accent, thickness: 1, width: null };
    case 'spacer':
      return { ...any, kind, height: 8 };
    case 'button':
      return {
        ...any,
        ...{ kind, text: words(begin.words.button), href: { kind: 'url', url: website } },
        ...{ background: accent, color: '#ffffff' },
      };
    case 'legal':
      return { ...any, kind, text: words(begin.words.legal), style: { fontSize: 11, color: muted } };
    case 'group': {
      const column = () => ({ ...newColumn(begin.makeId), blocks: [] });
      return { ...any, kind, columns: [column(), column()] };
    }
    case 'html':
      return { ...any, kind, html: '<p>{{ person.displayName }}</p>' };
  }
}

export const newBanner = (begin: Beginnings, imageId: string): CompositionBlock => ({
  ...{ id: begin.makeId(), condition: null, kind: 'banner', imageId, width: 400, alt: { default: '' } },
  ...{ href: begin.website === '' ? null : begin.website, from: null, until: null, timeZone: begin.timeZone },
});

/** Beside what is selected: after that block, at the end of that column or row, or in a row of its own at the end. */
export function insertBlock(
  composition: Composition,
  block: CompositionBlock,
  { selectedId, makeId }: { selectedId: string | null; makeId: MakeId },
): Composition {
  const placed = findPiece(composition, selectedId);
  if (placed?.level === 'block' && placed.parentId !== null) {
    const column = findPiece(composition, placed.parentId);
    const isInGroup = column !== undefined && column.depth > 1;
    if (placed.siblings < most.blocks && !(isInGroup && block.kind === 'group')) {
      return editBlocks(composition, placed.parentId, (blocks) => inserted(blocks, placed.index + 1, block));
    }
  }
  const column = placed?.level === 'column' ? placed.piece : placed?.level === 'row' ? placed.piece.columns[0] : null;
  if (column && column.blocks.length < most.blocks && block.kind !== 'group') {
    return editBlocks(composition, column.id, (blocks) => [...blocks, block]);
  }
  return insertRow(composition, newRow(makeId, [block]), selectedId);
}

/** One line with the person's name, in the brand. */
export const emptyMail = (brand: Pick<Brand, 'colors' | 'fontFamily'>, makeId: MakeId): MailDesign => ({
  kind: 'composition',
  composition: {
    base: { fontFamily: brand.fontFamily, fontSize: 14, lineHeight: 20, color: brand.colors.text },
    width: 600,
    direction: 'ltr',
    rows: [
      newRow(makeId, [
        {
          ...{ id: makeId(), condition: null, kind: 'text' },
          parts: [{ kind: 'field', field: 'person.displayName', link: 'none' }],
          style: { bold: true },
        },
      ]),
    ],
  },
});
