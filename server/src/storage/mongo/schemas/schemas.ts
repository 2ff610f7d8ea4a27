import { accessSchemas } from './accessSchemas.ts';
import { auditSchemas } from './auditSchemas.ts';
import { connectionSchemas } from './connectionSchemas.ts';
import { directorySchemas } from './directorySchemas.ts';
import type { DocumentSchema } from './documentSchema.ts';
import { integrationSchemas } from './integrationSchemas.ts';
import { runSchemas } from './runSchemas.ts';
import { signatureSchemas } from './signatureSchemas.ts';
import { teammateSchemas } from './teammateSchemas.ts';

/** One for each of `declarations`. */
export const schemas: readonly DocumentSchema[] = [
  ...connectionSchemas,
  ...directorySchemas,
  ...teammateSchemas,
  ...runSchemas,
  ...signatureSchemas,
  ...auditSchemas,
  ...accessSchemas,
  ...integrationSchemas,
];
