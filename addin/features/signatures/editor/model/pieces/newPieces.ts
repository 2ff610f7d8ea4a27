import type { Brand, MailDesign } from '../../../../../../server/src/contract/signatures/signatures.ts';
import type {
  Composition,
  CompositionBlock,
  CompositionColumn,
  CompositionRow,
} from '../../../../../../server/src/contract/signatures/composition.ts';
import { insertRow } from './editPiece.ts';
import { editBlocks, inserted, most } from './editLists.ts';
import type { MakeId } from './freshCopy.ts';
import { findPiece } from './outlineOf.ts';

export type BlockKind = CompositionBlock['kind'];
type QrCodeContent = Extract<CompositionBlock, { kind: 'qrCode' }>['content'];

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

/** Where a new link leads. */
export const siteOf = ({ website }: Pick<Beginnings, 'website'>): string => (website === '' ? fallbackSite : website);
const common = ({ makeId }: Beginnings) => ({ id: makeId(), condition: null });

/** What nearly everybody wants in the address book of their telephone. */
export const newContact = ({ website }: Pick<Beginnings, 'website'>): QrCodeContent => ({
  kind: 'contact',
  fields: ['person.jobTitle', 'person.companyName', 'person.businessPhone', 'person.mobilePhone', 'person.mail'],
  website: website !== '',
});

type MakeBlock = (begin: Beginnings) => CompositionBlock;

const makers: Readonly<Record<Exclude<BlockKind, 'banner'>, MakeBlock>> = {
  text: (begin) => ({
    ...common(begin),
    ...{ kind: 'text', parts: [{ kind: 'text', text: words(begin.words.text) }], style: {} },
  }),
  image: (begin) => ({
    ...common(begin),
    ...{ kind: 'image', source: { kind: 'photo', of: 'person' }, width: 96, height: null, alt: words(''), href: null },
    shape: 'round',
  }),
  social: (begin) => ({
    ...common(begin),
    ...{ kind: 'social', items: [{ network: 'website', href: { kind: 'url', url: siteOf(begin) } }], size: 20, gap: 6 },
    color: begin.colors.accent,
  }),
  divider: (begin) => ({
    ...common(begin),
    ...{ kind: 'divider', color: begin.colors.accent, thickness: 1, width: null },
  }),
  spacer: (begin) => ({ ...common(begin), kind: 'spacer', height: 8 }),
  button: (begin) => ({
    ...common(begin),
    ...{ kind: 'button', text: words(begin.words.button), href: { kind: 'url', url: siteOf(begin) } },
    ...{ background: begin.colors.accent, color: '#ffffff' },
  }),
  qrCode: (begin) => ({
    ...common(begin),
    ...{ kind: 'qrCode', content: newContact(begin), size: 140, color: begin.colors.text, alt: words('') },
  }),
  legal: (begin) => ({
    ...common(begin),
    ...{ kind: 'legal', text: words(begin.words.legal), style: { fontSize: 11, color: begin.colors.muted } },
  }),
  group: (begin) => {
    const column = () => ({ ...newColumn(begin.makeId), blocks: [] });
    return { ...common(begin), kind: 'group', columns: [column(), column()] };
  },
  html: (begin) => ({ ...common(begin), kind: 'html', html: '<p>{{ person.displayName }}</p>' }),
};

/** A block as it looks before anybody changed it. Banners need an image first. */
export const newBlock = (kind: Exclude<BlockKind, 'banner'>, begin: Beginnings): CompositionBlock =>
  makers[kind](begin);

export const newBanner = (begin: Beginnings, imageId: string): CompositionBlock => ({
  ...{ id: begin.makeId(), condition: null, kind: 'banner', imageId, width: 400, alt: { default: '' } },
  ...{ href: begin.website === '' ? null : begin.website, from: null, until: null, timeZone: begin.timeZone },
});

/** Where a block goes that is added while a piece is selected; null: it needs a row of its own. */
function targetBeside(composition: Composition, selectedId: string | null): { column: string; index: number } | null {
  const placed = findPiece(composition, selectedId);
  if (placed?.level === 'block') return { column: placed.parentId ?? '', index: placed.index + 1 };
  const column = placed?.level === 'row' ? placed.piece.columns[0] : placed?.piece;
  return column === undefined ? null : { column: column.id, index: column.blocks.length };
}

const hasRoom = (composition: Composition, columnId: string, block: CompositionBlock): boolean => {
  const column = findPiece(composition, columnId);
  if (column?.level !== 'column' || column.piece.blocks.length >= most.blocks) return false;
  return block.kind !== 'group' || column.depth === 1;
};

/** Beside what is selected: after that block, at the end of that column or row, or in a row of its own at the end. */
export function insertBlock(
  composition: Composition,
  block: CompositionBlock,
  { selectedId, makeId }: { selectedId: string | null; makeId: MakeId },
): Composition {
  const target = targetBeside(composition, selectedId);
  if (target === null || !hasRoom(composition, target.column, block)) {
    return insertRow(composition, newRow(makeId, [block]), selectedId);
  }
  return editBlocks(composition, target.column, (blocks) => inserted(blocks, target.index, block));
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
