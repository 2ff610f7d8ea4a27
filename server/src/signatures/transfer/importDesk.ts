import type { AddImageDesk } from '../images/addImage.ts';
import type { SignatureActor } from '../signatureDesk.ts';
import type { ImportItem, Transferred } from './transferred.ts';

/** Where a file is brought in, and in whose name. */
export interface ImportDesk {
  readonly desk: AddImageDesk;
  readonly actor: SignatureActor;
  readonly file: Transferred;
  /** Whether the fields of the file may be brought in: what is read of people is for administrators to say. */
  readonly mayChangeFields: boolean;
  /** Aborted once nobody waits for the answer any more: what was not begun is not begun then. */
  readonly gone: AbortSignal;
}

/** An item and how it is brought in; `apply` throws RequestError or StaleRevision where that is no longer possible. */
export interface ImportStep {
  readonly item: ImportItem;
  readonly apply: () => Promise<unknown>;
}
