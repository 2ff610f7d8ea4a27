import type { Clock } from '../ports/clock.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { SecretBox } from '../ports/secretBox.ts';
import type { OpenedDesigns } from './designs/openedDesigns.ts';

/** What the use cases of signatures need. */
export interface SignatureDesk {
  readonly repositories: Repositories;
  readonly clock: Clock;
}

/** And what those need that render. */
export interface RenderDesk extends SignatureDesk {
  /** Address of this server, as recipients of mail reach it. */
  readonly publicUrl: string;
  readonly openedDesigns: OpenedDesigns;
  /** Marks addresses of QR codes. */
  readonly secretBox: Pick<SecretBox, 'mark' | 'isMark'>;
}

/** In whose name something is done to a tenant's signatures. */
export interface SignatureActor {
  readonly tenantId: string;
  readonly displayName: string;
}
