import { isExtended } from '../../directory/extendedAttributes.ts';
import { smartFields } from '../smartFields.ts';

/** With these somebody signs in, or the directory alone knows them. */
const fixed = new Set(['userPrincipalName', 'employeeId', 'preferredLanguage']);

/** Whether a value set by hand could ever stand in for that of the directory. */
export const isOverridable = (key: string): boolean =>
  isExtended(key) || (!fixed.has(key) && smartFields.some((field) => field.key === key));
