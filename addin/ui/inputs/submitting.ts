import type { SyntheticEvent } from 'react';

/**
 * What a form does when it is submitted. Not while it is blocked, such as while it is being saved: a button that stays
 * focusable while it is disabled submits its form all the same, and so does Enter.
 */
export const submitting =
  (isBlocked: boolean, submit: () => void) =>
  (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isBlocked) submit();
  };
