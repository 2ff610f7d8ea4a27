interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** What stands in quotes or brackets ends no declaration; what nobody closed goes on to the end. */
const pieces = /(?:[^;"'(]|"[^"]*"?|'[^']*'?|\([^()]*\)?)+/g;
const comments = /\/\*[^]*?(?:\*\/|$)/g;

const declarationsIn = (style: string): readonly Declaration[] =>
  (style.replace(comments, '').match(pieces) ?? []).flatMap((piece) => {
    const colon = piece.indexOf(':');
    if (colon < 0) return [];
    const [name, written] = [piece.slice(0, colon).trim(), piece.slice(colon + 1).trim()];
    const sign = written.lastIndexOf('!');
    const isImportant = sign >= 0 && /^!\s*important$/i.test(written.slice(sign));
    return [{ name: inLowerCase(name), value: isImportant ? written.slice(0, sign).trimEnd() : written, isImportant }];
  });

/** Names of one's own are told apart by capitals; others are not. */
const inLowerCase = (name: string): string => (name.startsWith('--') ? name : name.toLowerCase());

/** Words and units; what is in quotes, or a colour, is left as it was written. */
const plainValue = (value: string): string =>
  value.replace(/"[^"]*"?|'[^']*'?|#\w*|[A-Z]+/g, (piece) => (/^[A-Z]/.test(piece) ? piece.toLowerCase() : piece));

/** What stands before its size in `font`, in any order; the rest is size, height of a line and names. */
const font =
  /^((?:(?:normal|italic|oblique|small-caps|bold|bolder|lighter|[1-9]00)\s+){0,4})(\.?\d[\w.%]*|[a-z-]+)(?:\s*\/\s*([\w.%]+))?\s+(\S[^]*)$/i;

/** `bold 12px/16px Arial` says of what it leaves out that it is as usual. */
const fontApart = (value: string): readonly (readonly [name: string, value: string])[] => {
  const found = font.exec(value);
  if (found === null) return [['font', value]];
  const [, before = '', size = '', height, family = ''] = found;
  return [
    ['font-style', wordIn(before, /\b(?:italic|oblique)\b/i)],
    ['font-weight', wordIn(before, /\b(?:bold|bolder|lighter|[1-9]00)\b/i)],
    ['font-size', size],
    ['line-height', height ?? usual],
    ['font-family', family],
  ];
};

const usual = 'normal';

const wordIn = (words: string, wanted: RegExp): string => wanted.exec(words)?.[0] ?? usual;

/** The same style with properties and units in lower case, which says no less, and what `font` says in properties of its own. */
export const plainStyle = (style: string): string => {
  if (!/[A-Z]|\bfont\s*:/.test(style)) return style;
  return declarationsIn(style)
    .flatMap(({ name, value, isImportant }) =>
      (name === 'font' ? fontApart(value) : [[name, value] as const]).map(
        ([own, said]) => `${own}:${own === 'font-family' ? said : plainValue(said)}${isImportant ? ' !important' : ''}`,
      ),
    )
    .join(';');
};

/** Whether a style shows nothing of what it is about, nor of what that holds. */
export const isHidden = (style: string): boolean => {
  if (!/display|visibility/i.test(style)) return false;
  const declarations = declarationsIn(style);
  const valueOf = (wanted: string): string => {
    const own = declarations.filter(({ name }) => name === wanted);
    return (own.findLast(({ isImportant }) => isImportant) ?? own.at(-1))?.value.toLowerCase() ?? '';
  };
  return valueOf('display') === 'none' || /^(?:hidden|collapse)$/.test(valueOf('visibility'));
};
