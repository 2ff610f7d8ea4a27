import { ApiProblem } from './apiProblem.ts';

/** How our API says it, each route with who was first; what it refuses for other reasons comes with the same statuses. */
const codes = ['changed-meanwhile', 'selection-changed', 'settings-changed', 'signature-changed', 'stale-revision'];

/** Somebody else saved what was being saved, so that one of the two has to give way. */
export const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof ApiProblem && codes.includes(error.code);
