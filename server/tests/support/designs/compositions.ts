import type { Block, Column, Composition, Part, Row } from '../../../src/domain/design/composition.ts';
import type { DesignContext, DesignPerson } from '../../../src/domain/design/designPerson.ts';
import { renderComposition, type FillHtml } from '../../../src/domain/design/render/renderComposition.ts';

/** The words of which tests make compositions, each with an id of its own. */
export const context: DesignContext = {
  image: (id) => (id === 'gone' ? null : { url: `https://u.example/images/t/${id}`, width: 200, height: 100 }),
  logo: 'logo',
  iconUrl: ({ network, color, pixels }) =>
    `https://u.example/images/icons/${network}-${color.slice(1)}-${String(pixels)}.png`,
  typeOf: (field) => {
    if (/phone$/i.test(field)) return 'phone';
    return /mail$/i.test(field) ? 'email' : 'text';
  },
};

export const personWith = (values: Record<string, string>, other: Partial<DesignPerson> = {}): DesignPerson => ({
  id: 'p',
  values,
  groups: new Set(),
  units: new Set(),
  language: 'en',
  today: { date: () => '2026-12-01' },
  photoUrl: ({ of, shape, pixels }) => (of === 'person' ? `https://u.example/p/${shape}-${String(pixels)}` : null),
  ...other,
});

let count = 0;
export const id = (): string => `b${String((count += 1))}`;
export const field = (name: string, link: 'auto' | 'none' = 'auto'): Part => ({
  kind: 'field',
  field: `person.${name}`,
  link,
});
export const label = (text: string): Part => ({ kind: 'label', text: { default: text } });
export const separator = (text: string): Part => ({ kind: 'separator', text });
export const line = (...parts: readonly Part[]): Block => ({
  id: id(),
  kind: 'text',
  condition: null,
  parts,
  style: {},
});
export const divider: Block = {
  id: 'd',
  kind: 'divider',
  condition: null,
  color: '#cccccc',
  thickness: 1,
  width: null,
};
export const column = (...blocks: readonly Block[]): Column => ({
  id: id(),
  width: null,
  align: 'left',
  verticalAlign: 'top',
  padding: 12,
  border: null,
  blocks,
});
export const row = (...columns: readonly Column[]): Row => ({ id: id(), columns, gap: 4, condition: null });
export const composition = (...rows: readonly Row[]): Composition => ({
  base: { fontFamily: 'Segoe UI, Arial, sans-serif', fontSize: 13, lineHeight: 18, color: '#444444' },
  width: 600,
  direction: 'ltr',
  rows,
});
const fillNothing: FillHtml = () => ({ html: '', text: '', ghosts: [] });
export const render = (design: Composition, person: DesignPerson, fillHtml = fillNothing) =>
  renderComposition(design, person, { context, fillHtml });
