import type { Block, ButtonBlock, LegalBlock, SocialBlock, TextBlock, TextStyle } from '../composition.ts';
import { holds } from '../holds.ts';
import { inLanguage } from '../inLanguage.ts';
import { socialNetworks } from '../socialNetworks.ts';
import { isBlank } from '../../text/isBlank.ts';
import { addressOf, fieldOf } from './addressOf.ts';
import { largestLetters } from './measure/largestLetters.ts';
import { asHtml, asText, element, layoutTable, px, styleOf, voidElement, type Styles } from './markup.ts';
import { blank, shown, type Outcome } from './piece.ts';
import { renderImage } from './renderImage.ts';
import { renderParts, stylesOf, type Eye } from './renderParts.ts';
import { renderQrCode } from './renderQrCode.ts';

/** What renders the pieces that hold other pieces, and experts' own HTML. */
export interface BlockRenderers {
  /** Style of a cell that text stands in. */
  readonly cellStyle: Readonly<Record<string, string>>;
  readonly columns: (columns: Extract<Block, { kind: 'group' }>['columns'], eye: Eye, id: string) => Outcome;
  readonly html: (html: string, eye: Eye, id: string) => Outcome;
}

/** Dividers and spacers say nothing themselves. */
export const isDecoration = ({ kind }: Block): boolean => kind === 'divider' || kind === 'spacer';

export const renderBlock = (block: Block, eye: Eye, renderers: BlockRenderers): Outcome => {
  if (!holds(block.condition, eye.person)) return { ghost: { id: block.id, reason: 'condition', fields: [] } };
  if (block.kind === 'group') return renderers.columns(block.columns, eye, block.id);
  if (block.kind === 'html') return renderers.html(block.html, eye, block.id);
  if (block.kind === 'button') return renderButton(block, eye, renderers.cellStyle);
  if (block.kind === 'divider') return shown(divider(block), []);
  return block.kind === 'spacer' ? shown(space(block.height), ['']) : renderContent(block, eye);
};

type ContentBlock = Exclude<Block, { kind: 'group' | 'html' | 'button' | 'divider' | 'spacer' }>;

const renderContent = (block: ContentBlock, eye: Eye): Outcome => {
  switch (block.kind) {
    case 'text':
      return renderText(block, eye);
    case 'image':
    case 'banner':
      return renderImage(block, eye);
    case 'social':
      return renderSocial(block, eye);
    case 'qrCode':
      return renderQrCode(block, eye);
    case 'legal':
      return renderLegal(block, eye);
  }
};

const renderText = ({ id, parts, style }: TextBlock, eye: Eye): Outcome => {
  const { lines, blank: fields } = renderParts(parts, { ...eye, color: style.color ?? eye.color });
  if (lines.length === 0) return blank(id, fields);
  return shown(
    lines.map((line) => line.html).join('<br />'),
    lines.map((line) => line.text),
  );
};

/**
 * What a block with text in it says for its cell; null where it has none. The height of a line follows the largest
 * letters in it, because Word cuts off what is higher than the line it was told.
 */
export const textStyleOf = (block: Block, base: TextStyle): Styles | null => {
  // Its images would be cut to the height of a line.
  if (block.kind === 'html') return { 'mso-line-height-rule': null };
  if (block.kind === 'button') return {};
  if (block.kind !== 'text' && block.kind !== 'legal') return null;
  const largest = largestLetters(block, base);
  const own = Object.entries(stylesOf(block.style)).filter(([, value]) => value !== null);
  const height = Math.round((largest * base.lineHeight) / base.fontSize);
  return { ...Object.fromEntries(own), ...(largest === base.fontSize ? {} : { 'line-height': px(height) }) };
};

const renderLegal = ({ id, text }: LegalBlock, eye: Eye): Outcome => {
  const { direction } = eye;
  const words = inLanguage(text, eye.person.language);
  if (isBlank(words)) return blank(id);
  const lines = words.trim().split(/\r\n|\r|\n/);
  return shown(lines.map((line) => asHtml(line, direction)).join('<br />'), [
    '',
    ...lines.map((line) => asText(line, direction)),
  ]);
};

/** A width of its own stands on the cell, which gives way where there is less room. */
const divider = ({ color, thickness, width }: Extract<Block, { kind: 'divider' }>): string => {
  const styles = {
    width: width === null ? null : px(width),
    'background-color': color,
    height: px(thickness),
    'font-size': '1px',
    'line-height': px(thickness),
  };
  const line = element(
    'td',
    {
      width: width === null ? null : String(width),
      height: String(thickness),
      bgcolor: color,
      style: styleOf(styles),
    },
    noBreakSpace,
  );
  return layoutTable(`<tr>${line}</tr>`, width === null ? { width: '100%' } : {});
};

const space = (height: number): string => {
  const styles = { height: px(height), 'font-size': '1px', 'line-height': px(height) };
  return layoutTable(`<tr>${element('td', { height: String(height), style: styleOf(styles) }, noBreakSpace)}</tr>`);
};

/** Word gives a cell without anything in it the height of a line. */
const noBreakSpace = '\u00a0';

/** Says its letters itself: to Word, and in quirks mode, a table inherits none. */
const renderButton = (
  { id, text, href, background, color }: ButtonBlock,
  eye: Eye,
  cellStyle: BlockRenderers['cellStyle'],
): Outcome => {
  const words = inLanguage(text, eye.person.language);
  const address = addressOf(href, eye);
  if (address === null || isBlank(words)) return blank(id, fieldOf(href));
  const { 'font-family': family = null, 'font-size': size = null } = cellStyle;
  const letters = { 'font-family': family, 'font-size': size };
  const style = styleOf({ color, ...letters, 'font-weight': 'bold', 'text-decoration': 'none' });
  const cell = element(
    'td',
    { bgcolor: background, style: styleOf({ ...cellStyle, 'background-color': background, padding: '8px 16px' }) },
    element('a', { href: address, style }, asHtml(words, eye.direction)),
  );
  return shown(layoutTable(`<tr>${cell}</tr>`), [`${asText(words, eye.direction)}: ${address}`]);
};

const renderSocial = ({ id, items, size, gap, color }: SocialBlock, eye: Eye): Outcome => {
  const found = items.flatMap(({ network, href }) => {
    const address = addressOf(href, eye);
    return address === null ? [] : [{ network, address }];
  });
  if (found.length === 0)
    return blank(
      id,
      items.flatMap(({ href }) => fieldOf(href)),
    );
  const cells = found.map(({ network, address }, index) => {
    const image = voidElement('img', {
      src: eye.context.iconUrl({ network, color, pixels: size * 2 }),
      alt: socialNetworks[network],
      width: String(size),
      height: String(size),
      style: 'display:block;border:0',
    });
    const after = index === found.length - 1 ? '0' : px(gap);
    const padding = eye.direction === 'ltr' ? `0 ${after} 0 0` : `0 0 0 ${after}`;
    const style = styleOf({ display: 'inline-block', padding: after === '0' ? '0' : padding });
    return element('td', { style }, element('a', { href: address, style: 'text-decoration:none' }, image));
  });
  return shown(
    layoutTable(`<tr>${cells.join('')}</tr>`),
    found.map(({ network, address }) => `${socialNetworks[network]}: ${address}`),
  );
};
