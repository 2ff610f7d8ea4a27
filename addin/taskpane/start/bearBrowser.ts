import { bearTranslation } from './bearTranslation.ts';
import { leaveKeysToInputMethod } from './leaveKeysToInputMethod.ts';

// Loading this file does it: what browsers do to a page once somebody reads and writes in it.
bearTranslation();
leaveKeysToInputMethod();
