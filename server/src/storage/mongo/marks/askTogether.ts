/** One who is asked about several keys at once. */
export type Ask<A> = (keys: readonly string[]) => Promise<A>;

/**
 * One question at a time: whoever comes while it is asked shares the next one with all who come meanwhile, because what is
 * answered now may have been true a moment before they came. So a thousand who come at once are two questions.
 */
export const askTogether = <A>(ask: Ask<A>): Ask<A> => {
  let asked: Promise<unknown> = Promise.resolve();
  let next: { readonly keys: Set<string>; readonly answer: Promise<A> } | null = null;
  const begin = (keys: Set<string>): Promise<A> => {
    const answer = asked.then(() => {
      next = null;
      return ask([...keys]);
    });
    asked = answer.catch(() => undefined);
    return answer;
  };
  return (wanted) => {
    if (next === null) {
      const keys = new Set<string>();
      next = { keys, answer: begin(keys) };
    }
    for (const key of wanted) next.keys.add(key);
    return next.answer;
  };
};
