/** Elements of mails that hold what stands on lines of their own. */
export const boxElements: readonly string[] = ['p', 'div', 'table', 'tr', 'ul', 'ol', 'li'];

export const blockElements: readonly string[] = [...boxElements, 'hr'];

/** Whatever begins or ends a line. */
export const lineElements: readonly string[] = [...blockElements, 'br'];

/** What a table is divided into besides rows: words of one cell are none of the next. */
export const tableParts: readonly string[] = ['tbody', 'thead', 'td', 'th'];
