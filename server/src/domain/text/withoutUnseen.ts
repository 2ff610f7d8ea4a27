/**
 * Signs that are drawn as nothing and that programs leave in what is copied from them: zero-width spaces, soft hyphens, marks of
 * direction. Joiners stay between letters that need them, as in Persian; nothing in ASCII does.
 */
const unseen =
  /(?![\u200c\u200d])\p{Cf}|(?<=^|[\0-\x7f])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=[\0-\x7f]|$)/gu;

/** An address as everybody sees it. */
export const withoutUnseen = (address: string): string => address.replace(unseen, '');
