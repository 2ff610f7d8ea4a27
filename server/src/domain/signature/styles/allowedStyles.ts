const number = String.raw`(?:\d+(?:\.\d+)?|\.\d+)`;
const units = '(?:px|pt|em|%|cm|mm|in)';
/** Without a minus: what is pulled out of its place covers what others wrote. */
const extent = `${number}${units}?`;
const words = '[a-z-]+';
/** As people write it, and as browsers write it of what they show. */
const written = String.raw`#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d\s,./%]+\)`;
const anyColor = `(?:${written}|[a-z]+)`;

/** So many pieces at most, with white space between them. */
const upTo = (most: number, piece: string): RegExp =>
  new RegExp(String.raw`^${piece}(?:\s+${piece}){0,${String(most - 1)}}$`, 'i');

const length = new RegExp(`^-?${extent}$`);
const room = new RegExp(`^${extent}$`);
const lengths = upTo(4, extent);
const margin = new RegExp(`^(?:${extent}|auto)$`);
const margins = upTo(4, `(?:${extent}|auto)`);
/** Letters may stand a little closer, but not over one another. */
const closer = /^(?:-?(?:[01](?:\.\d+)?|\.\d+)(?:px|pt)|-?0?\.0\d*em|(?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em)?)$/;
const color = new RegExp(`^${anyColor}$`, 'i');
/** A colour, and what is said beside it of an image that is not there. */
const background = upTo(12, `(?:${written}|${words}|${extent}|/)`);

const namesOfFonts = /^[\w\s,'"-]+$/;
/** What a font may be called within quotes: `Segoe UI Web (West European)`. */
const named = String.raw`(?:[\p{L}\p{M}\p{N} ._-]|(?<= )\([\p{L}\p{M}\p{N} ._-]{1,40}\)){1,60}`;
/** Fonts of other scripts have their name in quotes: `'メイリオ',Meiryo`. */
const quotedFonts = new RegExp(String.raw`^(?:[\w\s,-]|'${named}'|"${named}")+$`, 'u');

const fontSize = /^(?:xx?-small|small|medium|large|x{1,3}-large|smaller|larger)$/;

/** Width, style and colour of a border, in any order: a style is a word as a colour may be. */
const width = `(?:${number}[a-z%]{0,3}|[a-z]+)`;
const border = upTo(3, `(?:${written}|${width})`);
const borderWidths = upTo(4, width);
const borderStyles = upTo(4, '[a-z]+');
const borderColors = upTo(4, anyColor);

const borders = Object.fromEntries(
  ['', '-top', '-right', '-bottom', '-left'].flatMap((side) => [
    [`border${side}`, [border]],
    [`border${side}-width`, [borderWidths]],
    [`border${side}-style`, [borderStyles]],
    [`border${side}-color`, [borderColors]],
  ]),
);

/** What stands before an item of a list. */
const signs = '(?:none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|latin|roman))';

/** What a style in a signature may say, by property, in lower case. None of it loads anything or leaves the signature's box. */
export const allowedStyles: Record<string, RegExp[]> = {
  ...borders,
  'border-radius': [lengths],
  'border-collapse': [/^(?:collapse|separate)$/],
  color: [color],
  'background-color': [color],
  background: [background],
  'font-family': [namesOfFonts, quotedFonts],
  'font-size': [length, fontSize],
  'font-weight': [/^(?:normal|bold|bolder|lighter|[1-9]00)$/],
  'font-style': [/^(?:normal|italic|oblique)$/],
  'line-height': [room, /^normal$/],
  'mso-line-height-rule': [/^exactly$/],
  direction: [/^(?:ltr|rtl)$/],
  'text-align': [/^(?:left|right|center|justify|start|end)$/],
  'letter-spacing': [closer],
  'text-transform': [/^(?:none|uppercase|lowercase|capitalize)$/],
  'text-decoration': [upTo(4, `(?:${written}|${words}|${extent})`)],
  'vertical-align': [/^(?:top|middle|bottom|baseline|sub|super|text-top|text-bottom)$/],
  display: [/^(?:block|inline-block|inline)$/],
  padding: [lengths],
  'padding-top': [room],
  'padding-right': [room],
  'padding-bottom': [room],
  'padding-left': [room],
  margin: [margins],
  'margin-top': [margin],
  'margin-right': [margin],
  'margin-bottom': [margin],
  'margin-left': [margin],
  width: [length],
  'max-width': [length],
  height: [length, /^auto$/],
  'list-style': [upTo(3, `(?:${signs}|inside|outside)`)],
  'list-style-type': [upTo(1, signs)],
  'white-space': [/^(?:normal|nowrap)$/],
  'word-break': [/^(?:normal|break-word)$/],
};
