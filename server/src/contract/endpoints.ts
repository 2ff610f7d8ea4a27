import { accountEndpoints } from './manage/accountEndpoints.ts';
import { assignedEndpoints } from './signatures/assigned.ts';
import { auditEndpoints } from './manage/auditEndpoints.ts';
import { completenessEndpoints } from './people/completenessEndpoints.ts';
import { designEndpoints } from './signatures/designEndpoints.ts';
import { directoryEndpoints } from './people/directoryEndpoints.ts';
import { fieldEndpoints } from './signatures/fieldEndpoints.ts';
import { integrationEndpoints } from './manage/integrationEndpoints.ts';
import { notificationEndpoints } from './sync/notificationEndpoints.ts';
import { privacyEndpoints } from './people/privacy.ts';
import { roleEndpoints } from './manage/roles.ts';
import { overridesEndpoints } from './people/overridesFile.ts';
import { proposalEndpoints } from './people/proposals.ts';
import { rolloutEndpoints } from './manage/rollout.ts';
import { syncEndpoints } from './sync/syncEndpoints.ts';
import { signatureEndpoints } from './signatures/signatureEndpoints.ts';
import { teammateEndpoints } from './people/teammateEndpoints.ts';
import { transferEndpoints } from './signatures/transferEndpoints.ts';

/** Every route of the API by name. */
export const endpoints = {
  ...accountEndpoints,
  ...assignedEndpoints,
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
