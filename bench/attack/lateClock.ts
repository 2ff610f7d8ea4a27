/** Loaded into the server before anything else: at SIGUSR2 eleven minutes have passed for it. */
const RealDate = Date;
let late = 0;
const shifted = (): number => RealDate.now() + late;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: readonly unknown[]) =>
    Reflect.construct(target, given.length === 0 ? [shifted()] : given) as object,
  get: (target, name, receiver) => (name === 'now' ? shifted : (Reflect.get(target, name, receiver) as unknown)),
});

process.on('SIGUSR2', () => {
  late += 11 * 60_000;
});
