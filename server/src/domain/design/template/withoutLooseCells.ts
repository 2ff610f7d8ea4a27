/** What holds each part of a table; a cell may leave its row out. */
const holders: Readonly<Record<string, readonly string[]>> = {
  thead: ['table'],
  tbody: ['table'],
  tr: ['table', 'thead', 'tbody'],
  td: ['tr', 'table', 'thead', 'tbody'],
  th: ['tr', 'table', 'thead', 'tbody'],
};

const tags = /<(\/?)([a-z]+)\b[^>]*>/g;

/** Tags that have no end. */
const alone = new Set(['br', 'img', 'hr']);

/**
 * Without rows and cells that stand in no table: whoever shows them would end the cell that all of it stands in, and the
 * signature with it. Of sanitised HTML, in which every tag has its end.
 */
export const withoutLooseCells = (html: string): string => {
  if (!/<t[rdhb]/.test(html)) return html;
  const open: { readonly name: string; readonly stays: boolean }[] = [];
  return html.replace(tags, (tag, slash: string, name: string) => {
    if (alone.has(name)) return tag;
    if (slash === '/') return open.pop()?.stays === false ? '' : tag;
    const inside = open.findLast(({ stays }) => stays)?.name ?? '';
    const stays = !Object.hasOwn(holders, name) || holders[name]?.includes(inside) === true;
    open.push({ name, stays });
    return stays ? tag : '';
  });
};
