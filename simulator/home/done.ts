/** What a button did, said on the page that follows. */
export const DONE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    profile: 'Saved. Apps see it with their next delta query.',
    disabled: 'The account is disabled: sign-in is refused, and the person still is in every group.',
    enabled: 'The account is enabled.',
    joined: 'Added to the group.',
    left: 'Removed from the group.',
    deleted: 'Deleted: the person lies in the recycle bin and can be restored.',
    restored: 'Restored, with every group and unit as before.',
    clock: 'The clock was moved: tokens and subscriptions may have expired.',
    revoked: 'Consent was revoked: the app gets no new tokens.',
    slow: 'From now on every request to Graph takes three seconds longer.',
    throttled: 'The next five requests to Graph are answered with 429 and half a minute to wait.',
    away: 'Graph answers 503 until it is mended.',
    mended: 'Graph answers as it should.',
    leaving: 'They lie in the recycle bin: 300 people, or half of a smaller tenant.',
    reset: 'Everything is as it was at the start.',
  }),
);
