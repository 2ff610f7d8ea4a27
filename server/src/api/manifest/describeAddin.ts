import { manifestVersion, xmlId } from './environment.ts';

/** The add-in of an address, as the admin center shows it; null where Outlook would take none from there. */
export const describeAddin = (origin: string): { readonly id: string; readonly version: string } | null =>
  origin.startsWith('https:') ? { id: xmlId({ origin, signIn: [] }), version: manifestVersion } : null;
