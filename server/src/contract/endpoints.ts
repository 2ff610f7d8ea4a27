import { accountEndpoints } from './accountEndpoints.ts';
import { auditEndpoints } from './auditEndpoints.ts';
import { completenessEndpoints } from './completenessEndpoints.ts';
import { designEndpoints } from './designEndpoints.ts';
import { directoryEndpoints } from './directoryEndpoints.ts';
import { fieldEndpoints } from './fieldEndpoints.ts';
import { integrationEndpoints } from './integrationEndpoints.ts';
import { notificationEndpoints } from './notificationEndpoints.ts';
import { privacyEndpoints } from './privacy.ts';
import { roleEndpoints } from './roles.ts';
import { overridesEndpoints } from './overridesFile.ts';
import { proposalEndpoints } from './proposals.ts';
import { rolloutEndpoints } from './rollout.ts';
import { syncEndpoints } from './syncEndpoints.ts';
import { signatureEndpoints } from './signatureEndpoints.ts';
import { teammateEndpoints } from './teammateEndpoints.ts';
import { transferEndpoints } from './transferEndpoints.ts';

/** Every route of the API by name. */
export const endpoints = {
  ...accountEndpoints,
  ...auditEndpoints,
  ...completenessEndpoints,
  ...designEndpoints,
  ...directoryEndpoints,
  ...fieldEndpoints,
  ...integrationEndpoints,
  ...notificationEndpoints,
  ...privacyEndpoints,
  ...roleEndpoints,
  ...overridesEndpoints,
  ...proposalEndpoints,
  ...rolloutEndpoints,
  ...signatureEndpoints,
  ...syncEndpoints,
  ...teammateEndpoints,
  ...transferEndpoints,
} as const;
