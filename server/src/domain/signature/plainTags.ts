export type Attributes = Readonly<Record<string, string>>;

export interface Tag {
  readonly tagName: string;
  readonly attribs: Record<string, string>;
}

type Transform = (tagName: string, attribs: Attributes) => Tag;

/** What a style says itself counts more than what the element looks like by itself, so it stands last. */
const withStyle = (attribs: Attributes, style: string): Record<string, string> =>
  style === '' ? { ...attribs } : { ...attribs, style: `${style};${attribs['style'] ?? ''}` };

const inItsPlace =
  (tagName: string, style = ''): Transform =>
  (_tag, attribs) => ({ tagName, attribs: withStyle(attribs, style) });

const all = (names: string, transform: Transform): Readonly<Record<string, Transform>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, transform]));

/** Sizes and room of headings as browsers have them, in parts of the size around and of their own. https://html.spec.whatwg.org/multipage/rendering.html#sections-and-headings */
const headings = [
  ['h1', '2em', '.67em'],
  ['h2', '1.5em', '.83em'],
  ['h3', '1.17em', '1em'],
  ['h4', '1em', '1.33em'],
  ['h5', '.83em', '1.67em'],
  ['h6', '.67em', '2.33em'],
] as const;

/** What of a page all words on it take over: one without any of that needs nothing in its place. */
const isTakenOver = /font|color|background|direction|text-|line-height|letter-spacing/i;

const page: Transform = (tagName, { bgcolor, ...attribs }) => {
  const { dir, style = '', align } = attribs;
  const isNeeded = bgcolor !== undefined || dir !== undefined || align !== undefined || isTakenOver.test(style);
  if (!isNeeded) return { tagName, attribs };
  return { tagName: 'div', attribs: withStyle(attribs, bgcolor === undefined ? '' : `background-color:${bgcolor}`) };
};

const cell: Transform = (tagName, { nowrap, ...attribs }) => ({
  tagName,
  attribs: withStyle(attribs, nowrap === undefined ? '' : 'white-space:nowrap'),
});

/**
 * Elements of documents as those that every mail program has, looking as they did: those that begin a line of their own
 * still do, else what they part runs together.
 */
export const plainTags: Readonly<Record<string, Transform>> = {
  ...Object.fromEntries(
    headings.map(([name, size, room]) => [
      name,
      inItsPlace('div', `font-size:${size};font-weight:bold;margin:${room} 0`),
    ]),
  ),
  ...all(
    'dl dt dd article aside section header footer main nav figure figcaption form fieldset details summary',
    inItsPlace('div'),
  ),
  ...all('html body', page),
  ...all('td th', cell),
  ...all('s strike del', inItsPlace('span', 'text-decoration:line-through')),
  ...all('code kbd samp tt', inItsPlace('span', 'font-family:monospace')),
  ...all('cite dfn var', inItsPlace('i')),
  address: inItsPlace('div', 'font-style:italic'),
  big: inItsPlace('span', 'font-size:larger'),
  blockquote: inItsPlace('div', 'margin-left:40px'),
  center: inItsPlace('div', 'text-align:center'),
  ins: inItsPlace('u'),
  mark: inItsPlace('span', 'background-color:yellow;color:black'),
  nobr: inItsPlace('span', 'white-space:nowrap'),
  pre: inItsPlace('div', 'font-family:monospace'),
  small: inItsPlace('span', 'font-size:smaller'),
};
