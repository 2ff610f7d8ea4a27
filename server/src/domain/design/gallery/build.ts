import type { Block, Column, Composition, ImageBlock, LocalizedText, Part, PartStyle, Row } from '../composition.ts';

/** The words of a composition as short functions. Ids are given once at the end, by place. */
export const words = (usual: string, byLanguage?: Readonly<Record<string, string>>): LocalizedText =>
  byLanguage === undefined ? { default: usual } : { default: usual, byLanguage };

export const field = (name: string, style?: PartStyle): Part => ({
  kind: 'field',
  field: name.includes('.') ? name : `person.${name}`,
  link: 'auto',
  ...(style === undefined ? {} : { style }),
});

export const label = (text: LocalizedText, style?: PartStyle): Part => ({
  kind: 'label',
  text,
  ...(style === undefined ? {} : { style }),
});

export const said = (text: LocalizedText, style?: PartStyle): Part => ({
  kind: 'text',
  text,
  ...(style === undefined ? {} : { style }),
});

export const separator = (text: string, style?: PartStyle): Part => ({
  kind: 'separator',
  text,
  ...(style === undefined ? {} : { style }),
});

export const line = (parts: readonly Part[], style: PartStyle = {}): Block => ({
  id: '',
  kind: 'text',
  condition: null,
  parts,
  style,
});

export const legal = (text: LocalizedText, style: PartStyle): Block => ({
  id: '',
  kind: 'legal',
  condition: null,
  text,
  style,
});

export const spacer = (height: number): Block => ({ id: '', kind: 'spacer', condition: null, height });

export const divider = (color: string, { thickness = 1, width = null }: Partial<Divider> = {}): Block => ({
  id: '',
  kind: 'divider',
  condition: null,
  color,
  thickness,
  width,
});

interface Divider {
  readonly thickness: number;
  readonly width: number | null;
}

type Picture = Pick<ImageBlock, 'source' | 'width' | 'alt'> & Partial<ImageBlock>;

export const picture = (image: Picture): Block => ({
  id: '',
  kind: 'image',
  condition: null,
  height: null,
  href: null,
  shape: 'square',
  ...image,
});

export const button = (text: LocalizedText, url: string, background: string): Block => ({
  id: '',
  kind: 'button',
  condition: null,
  text,
  href: { kind: 'url', url },
  background,
  color: '#ffffff',
});

export const column = (blocks: readonly Block[], look: Partial<Column> = {}): Column => ({
  id: '',
  width: null,
  align: 'left',
  verticalAlign: 'top',
  padding: 0,
  border: null,
  blocks,
  ...look,
});

export const row = (columns: readonly Column[], gap = 0): Row => ({ id: '', columns, gap, condition: null });

/** The same with ids that are unique in it: `r1`, `r1c2`, `r1c2b3`. */
export const numbered = (composition: Composition): Composition => ({
  ...composition,
  rows: composition.rows.map((each, at) => {
    const id = `r${String(at + 1)}`;
    return { ...each, id, columns: numberColumns(each.columns, id) };
  }),
});

const numberColumns = (columns: readonly Column[], within: string): readonly Column[] =>
  columns.map((each, at) => {
    const id = `${within}c${String(at + 1)}`;
    return { ...each, id, blocks: each.blocks.map((block, index) => numberBlock(block, `${id}b${String(index + 1)}`)) };
  });

const numberBlock = (block: Block, id: string): Block =>
  block.kind === 'group' ? { ...block, id, columns: numberColumns(block.columns, id) } : { ...block, id };
