import { environmentId } from './environmentId.ts';
import { manifestRevision } from './manifestRevision.ts';

/** One installation, as its manifests tell of it. */
export interface Environment {
  /** Scheme, host and perhaps a port; https. */
  readonly origin: string;
  /** Origins of the places to sign in. */
  readonly signIn: readonly string[];
}

/** Two add-ins, as far as Outlook can tell: so each has an id, and the unified one hides the other. */
export const xmlId = ({ origin }: Environment): string => environmentId(`${origin}/manifest.xml`);
export const unifiedId = ({ origin }: Environment): string => environmentId(`${origin}/manifest.json`);

/** Rises with the content, or Microsoft 365 keeps showing people what it had. */
export const manifestVersion = `1.${manifestRevision.number}.0`;
