import sanitizeHtml from 'sanitize-html';
import { lineElements, tableParts } from './lineElements.ts';
import { plainTags, type Attributes, type Tag } from './plainTags.ts';
import { allowedStyles } from './styles/allowedStyles.ts';
import { isHidden, plainStyle } from './styles/plainStyle.ts';
import { withQuotes } from './withQuotes.ts';

/** Only whole addresses: in a mail there is no page that others could be relative to. */
const withWholeAddress =
  (name: string, whole: RegExp) =>
  (tagName: string, attribs: Attributes): Tag => {
    const { [name]: written = '', ...others } = attribs;
    const address = written.trim();
    return { tagName, attribs: whole.test(address) ? { ...attribs, [name]: address } : others };
  };

/** What nobody is to see stands in such an element until all of it is known. */
const gone = 'gone';

const asShown = (tagName: string, attribs: Attributes): Tag => {
  const { style } = attribs;
  // What the attribute says, a style may take back.
  const shown = 'hidden' in attribs ? `display:none;${style ?? ''}` : (style ?? '');
  const isGone = tagName === gone || (tagName === 'img' && attribs['src'] === undefined) || isHidden(shown);
  if (isGone) return { tagName: gone, attribs: {} };
  return { tagName, attribs: style === undefined ? { ...attribs } : { ...attribs, style: plainStyle(style) } };
};

/** In one go: taken out one by one, each would have all that stands before it written anew. */
const withoutGone = (html: string): string => {
  const [begin, end] = [`<${gone}>`, `</${gone}>`];
  if (!html.includes(begin)) return html;
  let depth = 0;
  const kept = html.split(/(<\/?gone>)/).filter((piece) => {
    if (piece === begin) depth += 1;
    if (piece === end) depth -= 1;
    return depth === 0 && piece !== end;
  });
  return kept.join('');
};

/** What holds a program, a drawing or words for somebody else: nothing in it is of the signature. */
const withAllTheyHold =
  'script style textarea option xmp title svg math noscript template object iframe video audio select'.split(' ');

const allowedTags = [...lineElements, ...tableParts, ...'a img b strong i em u span font sup sub bdi'.split(' '), gone];

const allowedAttributes = {
  '*': ['style', 'align', 'valign', 'width', 'height', 'dir', 'lang'],
  table: ['role', 'cellpadding', 'cellspacing', 'border', 'bgcolor'],
  tbody: ['bgcolor'],
  thead: ['bgcolor'],
  tr: ['bgcolor'],
  td: ['colspan', 'rowspan', 'bgcolor'],
  th: ['colspan', 'rowspan', 'bgcolor'],
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'border', 'hspace', 'vspace'],
  font: ['face', 'size', 'color'],
  hr: ['size', 'color'],
  ul: ['type'],
  ol: ['type', 'start'],
  li: ['type', 'value'],
};

/**
 * Keeps the subset of HTML that mail clients render and nothing that runs, loads or escapes the signature's box.
 * What is hidden goes with all that it holds: it would be seen. Applied after rendering too, because field values come
 * from people.
 */
export const sanitizeSignature = (html: string): string =>
  withoutGone(
    sanitizeHtml(withQuotes(html), {
      allowedTags,
      allowedAttributes,
      allowedSchemes: ['https', 'mailto', 'tel'],
      allowedSchemesByTag: { img: ['https', 'cid'] },
      allowProtocolRelative: false,
      transformTags: {
        '*': asShown,
        ...plainTags,
        a: withWholeAddress('href', /^(?:https:\/\/|mailto:|tel:)/i),
        img: withWholeAddress('src', /^(?:https:\/\/|cid:)/i),
      },
      nonTextTags: withAllTheyHold,
      allowedStyles: { '*': allowedStyles },
      disallowedTagsMode: 'discard',
    }),
  );
