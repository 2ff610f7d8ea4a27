/** For a name in a list: two lines say who is meant, and one of 256 letters leaves room for the others. */
export const twoLines = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
} as const;
