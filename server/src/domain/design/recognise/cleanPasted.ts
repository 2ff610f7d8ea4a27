import { TemplateError } from '../../errors.ts';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import { isBlank } from '../../text/isBlank.ts';
import { inlineStyles } from '../template/inlineStyles.ts';
import { takeSheets } from '../template/takeSheets.ts';
import { withoutFontTags } from './fontStyles.ts';
import { pasteTooLong } from './pasteTooLong.ts';
import { withoutRemovingTags } from './placeholders.ts';
import { runsOf } from './lines/textRuns.ts';

/** No signature is longer; what is, is a whole document. Pictures inside the HTML do not count. */
const longest = 400_000;

/** Pictures as data: they are not kept, and one alone may be larger than all the rest. */
const pictures = /\bdata:[a-z/+.-]{0,40};base64,[\w+/=\s%]*/gi;

/** Pictures of the web, or uploaded just before; others are only on the computer or in the mail they were copied from. */
const takenAlong = /\ssrc\s*=\s*(?:["']\s*)?(?:https:|cid:[0-9a-f]{64}["'\s>])/i;

/** How many pictures are not taken along. */
export const lostImages = (pasted: string): number =>
  [...pasted.replace(pictures, '').matchAll(/<img\b[^<>]*>/gi)].filter(([tag]) => !takenAlong.test(tag)).length;

/**
 * The HTML of a pasted signature, with styles on the elements and nothing that a mail must not have; text alone becomes
 * lines. Word's conditional comments are taken out. Throws TemplateError `paste-too-long` or `paste-empty`.
 */
export const cleanPasted = (pasted: string): string => {
  const html = pasted.replace(pictures, '');
  if (html.length > longest) throw pasteTooLong(html.length, longest);
  const styled = withStyles(isMarkup(html) ? html : asLines(html));
  const clean = withoutRemovingTags(sanitizeSignature(withSchemes(withoutFontTags(styled)))).trim();
  if (!runsOf(clean).some(({ kind, source }) => (kind === 'tag' ? source.startsWith('<img') : !isBlank(source))))
    throw new TemplateError('paste-empty', 'There is no signature in this. Copy it once more, with its text.');
  return clean;
};

const isMarkup = (text: string): boolean =>
  /<(?:!--|\/|(?:html|body|head|style|meta|p|div|span|table|tr|td|a|b|i|u|br|img|font|strong|em|center)[\s/>])/i.test(
    text,
  );

const asLines = (text: string): string =>
  text
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/(?<=\S)(?:[ \t]{2,}|\t)(?=\S)/g, '&nbsp; ')
    .split(/\r\n|\r|\n/)
    .join('<br />');

const link = String.raw`(<a\b[^<>]{0,2000}?\bhref\s{0,9}=\s{0,9}["']?\s{0,9})`;
const ofPage = new RegExp(String.raw`${link}(?:(?:http:)?\/\/(?=[^/])|(?=www\.))`, 'gi');
const ofAddress = new RegExp(String.raw`${link}(?=[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,200}["'\s>])`, 'gi');

/**
 * Outlook itself makes `http:` of "www.contoso.com", and so do people; others write nothing before it, or before an address.
 * A signature has links with encryption alone.
 */
const withSchemes = (html: string): string => html.replace(ofPage, '$1https://').replace(ofAddress, '$1mailto:');

/**
 * Without comments and what stands in them: `<!--[if` begins what is for Word alone. `<![if` hides nothing of what follows.
 */
const withStyles = (html: string): string => {
  let styled: string | null = null;
  try {
    styled = inlineStyles(html);
  } catch {
    // A style sheet that does not parse styles nothing; the words are still there.
  }
  return (styled ?? takeSheets(html).html).replace(/<!\[[^\]]{0,200}\]>/g, '');
};
