/** So many random runs; fewer on MongoDB, where a run costs hundreds of round trips to another process. */
export const runsOn = (wanted: number): number =>
  globalThis.testsRunOnMongo === true ? Math.ceil(wanted / 8) : wanted;
