/** Loaded into every thread of a server before its program: its clock stands still at the moment that HOLD_CLOCK names. */
const RealDate = Date;
const moment = Number(process.env['HOLD_CLOCK']);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: readonly unknown[]) =>
    Reflect.construct(target, given.length === 0 ? [moment] : given) as object,
  get: (target, name, receiver) => (name === 'now' ? () => moment : (Reflect.get(target, name, receiver) as unknown)),
});
