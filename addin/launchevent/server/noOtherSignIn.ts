import { NoSilentSignIn } from './noSilentSignIn.ts';

/**
 * Takes the place of MSAL's controller for pages in the file of classic Outlook. That one opens windows and frames, which
 * there are none of, and is the larger part of MSAL; MSAL makes one (`new`) only where Outlook signs nobody in.
 */
export function StandardController(): never {
  throw new NoSilentSignIn();
}
