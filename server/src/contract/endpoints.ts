import { accountEndpoints } from './accountEndpoints.ts';
import { directoryEndpoints } from './directoryEndpoints.ts';
import { notificationEndpoints } from './notificationEndpoints.ts';
import { syncEndpoints } from './syncEndpoints.ts';
import { teammateEndpoints } from './teammateEndpoints.ts';

/** Every route of the API by name. */
export const endpoints = {
  ...accountEndpoints,
  ...directoryEndpoints,
  ...notificationEndpoints,
  ...syncEndpoints,
  ...teammateEndpoints,
} as const;
