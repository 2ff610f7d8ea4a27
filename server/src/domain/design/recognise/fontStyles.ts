import sanitizeHtml from 'sanitize-html';

/** What `size` of <font> means, 1 to 7, in pixels. https://html.spec.whatwg.org/multipage/rendering.html#phrasing-content-3 */
const sizes = [10, 13, 16, 18, 24, 32, 48];

const sizeOf = (size: string): string | null => {
  const steps = Number(size);
  if (!Number.isInteger(steps) || size.trim() === '') return null;
  // With a sign it counts from the usual size, which is 3.
  const step = /^\s*[+-]/.test(size) ? 3 + steps : steps;
  return `${String(sizes[Math.min(7, Math.max(1, step)) - 1])}px`;
};

/** Styles that the attributes of <font> stand for; what else it has is left alone. */
const styleOf = ({ face, size, color, style }: Readonly<Record<string, string>>): string => {
  const rules: readonly (readonly [string, string | null])[] = [
    ['font-family', face ?? null],
    ['font-size', size === undefined ? null : sizeOf(size)],
    ['color', color ?? null],
  ];
  // What a style says itself counts more, so it stands last.
  return [
    ...rules.flatMap(([name, value]) => (value === null ? [] : [`${name}:${value.replaceAll(';', '')}`])),
    style ?? '',
  ]
    .filter((rule) => rule !== '')
    .join(';');
};

/** The same with <span> and styles in the place of <font>, which old mail programs write. */
export const withoutFontTags = (html: string): string =>
  /<font\b/i.test(html)
    ? sanitizeHtml(html, {
        allowedTags: false,
        allowedAttributes: false,
        allowVulnerableTags: true,
        parseStyleAttributes: false,
        transformTags: {
          font: (_tag, attribs) => {
            const style = styleOf(attribs);
            return { tagName: 'span', attribs: style === '' ? {} : { style } };
          },
        },
      })
    : html;
