const RealDate = Date;

/** From now on this thread has the time that it is told, by the time there really is; for what is loaded before a program. */
export const setDate = (timeAt: (now: number) => number): void => {
  const now = (): number => timeAt(RealDate.now());
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: readonly unknown[]) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given) as object,
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  });
};
