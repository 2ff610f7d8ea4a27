import { asText, inAttribute } from '../render/markup.ts';

/**
 * Somebody's own words in HTML that an expert wrote: they may stand in a text or in an attribute. What must be kept from mixing
 * its order with the words around it is isolated by U+2068 and U+2069 until `isolated` has seen where it stands.
 */
export const inTemplate = (words: string): string => inAttribute(asText(words)).replaceAll("'", '&#39;');

/** Sanitised HTML with elements in the place of those signs; an attribute is a text of its own and needs neither. */
export const isolated = (html: string): string =>
  /[\u2068\u2069]/.test(html)
    ? html
        .split(/(<[^<>]*>)/)
        .map((part) =>
          part.startsWith('<')
            ? part.replace(/[\u2068\u2069]/g, '')
            : part.replace(/\u2068([^\u2068\u2069]*)\u2069/g, '<bdi>$1</bdi>'),
        )
        .join('')
    : html;
