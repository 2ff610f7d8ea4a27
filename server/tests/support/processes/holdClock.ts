import { setDate } from './setDate.ts';

/** Loaded into every thread of a server before its program: its clock stands still at the moment that HOLD_CLOCK names. */
const moment = Number(process.env['HOLD_CLOCK']);

setDate(() => moment);
