import { setDate } from '../../server/tests/support/processes/setDate.ts';

/** Loaded into the server before anything else: at SIGUSR2 eleven minutes have passed for it. */
let late = 0;

setDate((now) => now + late);

process.on('SIGUSR2', () => {
  late += 11 * 60_000;
});
