import sanitizeHtml from 'sanitize-html';

const length = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em|%|cm|mm|in)?$/;
/** Without a minus: what is pulled out of its place covers what others wrote. */
const lengths = /^(?:(?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em|%|cm|mm|in)?(?: +|$)){1,4}$/;
const room = /^(?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em|%|cm|mm|in)?$/;
/** Letters may stand a little closer, but not over one another. */
const closer = /^(?:-?(?:[01](?:\.\d+)?|\.\d+)(?:px|pt)|-?0?\.0\d*em|(?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em)?)$/;
const color = /^(?:#[0-9a-f]{3,8}|[a-z]+|rgba?\([\d\s,.%]+\))$/i;
const words = /^[\w\s,'"-]+$/;
/** Fonts of other scripts have their name in quotes: `'メイリオ',Meiryo`. */
const fontNames = /^(?:[\w\s,-]|'[\p{L}\p{M}\p{N} ._-]{1,60}'|"[\p{L}\p{M}\p{N} ._-]{1,60}")+$/u;

const styles = {
  color: [color],
  'background-color': [color],
  background: [color],
  'font-family': [words, fontNames],
  'font-size': [length],
  'font-weight': [/^(?:normal|bold|[1-9]00)$/],
  'font-style': [/^(?:normal|italic)$/],
  'line-height': [room, /^normal$/],
  'mso-line-height-rule': [/^exactly$/],
  'text-align': [/^(?:left|right|center)$/],
  'letter-spacing': [closer],
  'text-transform': [/^(?:none|uppercase|lowercase|capitalize)$/],
  'text-decoration': [/^(?:none|underline)$/],
  'vertical-align': [/^(?:top|middle|bottom|baseline)$/],
  display: [/^(?:block|inline-block|inline)$/],
  padding: [lengths],
  'padding-top': [room],
  'padding-right': [room],
  'padding-bottom': [room],
  'padding-left': [room],
  margin: [lengths],
  'margin-top': [room],
  'margin-right': [room],
  'margin-bottom': [room],
  'margin-left': [room],
  width: [length],
  'max-width': [length],
  height: [length, /^auto$/],
  border: [/^[\w\s#.]+$/],
  'border-left': [/^[\w\s#.]+$/],
  'border-right': [/^[\w\s#.]+$/],
  'border-top': [/^[\w\s#.]+$/],
  'border-bottom': [/^[\w\s#.]+$/],
  'border-radius': [lengths],
  'border-collapse': [/^(?:collapse|separate)$/],
  'white-space': [/^(?:normal|nowrap)$/],
  'word-break': [/^(?:normal|break-word)$/],
};

type Attributes = Readonly<Record<string, string>>;

/** Only whole addresses: in a mail there is no page that others could be relative to. */
const withWholeAddress =
  (name: string, whole: RegExp) =>
  (tagName: string, attribs: Attributes): { tagName: string; attribs: Record<string, string> } => {
    const { [name]: written = '', ...others } = attribs;
    const address = written.trim();
    return { tagName, attribs: whole.test(address) ? { ...attribs, [name]: address } : others };
  };

const inItsPlace =
  (tagName: string, style = '') =>
  (_tag: string, attribs: Attributes): { tagName: string; attribs: Record<string, string> } => ({
    tagName,
    attribs: style === '' ? { ...attribs } : { ...attribs, style: `${style};${attribs['style'] ?? ''}` },
  });

const divisions = (
  'ul ol li dl dt dd pre address article aside section header footer main nav ' +
  'figure figcaption form fieldset details summary'
).split(' ');

/** Elements of documents that begin a line of their own, as those that mails have: else what they part runs together. */
const plainBlocks = Object.fromEntries([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, inItsPlace('p', 'font-weight:bold')] as const),
  ...divisions.map((name) => [name, inItsPlace('div')] as const),
  ['center', inItsPlace('div', 'text-align:center')],
  ['blockquote', inItsPlace('div', 'margin-left:40px')],
]);

/**
 * Keeps the subset of HTML that mail clients render and nothing that runs, loads or escapes the signature's box.
 * Applied after rendering too, because field values come from people.
 */
export const sanitizeSignature = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: [
      'table',
      'tbody',
      'thead',
      'tr',
      'td',
      'th',
      'a',
      'img',
      'b',
      'strong',
      'i',
      'em',
      'u',
      'span',
      'br',
      'bdi',
      'p',
      'div',
      'font',
      'hr',
    ],
    allowedAttributes: {
      '*': ['style', 'align', 'valign', 'width', 'height', 'dir', 'lang'],
      table: ['role', 'cellpadding', 'cellspacing', 'border', 'bgcolor'],
      td: ['colspan', 'rowspan', 'bgcolor'],
      a: ['href', 'title'],
      img: ['src', 'alt'],
      font: ['face', 'size', 'color'],
    },
    allowedSchemes: ['https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'cid'] },
    allowProtocolRelative: false,
    transformTags: {
      ...plainBlocks,
      a: withWholeAddress('href', /^(?:https:\/\/|mailto:|tel:)/i),
      img: withWholeAddress('src', /^(?:https:\/\/|cid:)/i),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
    allowedStyles: { '*': styles },
    disallowedTagsMode: 'discard',
  });
