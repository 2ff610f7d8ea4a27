import { readFileSync } from 'node:fs';

/**
 * Loaded into every thread of a server before anything else: the days that a file names have passed for it. Nobody can wait for
 * what happens after two weeks.
 */
const RealDate = Date;
const file = process.env['LATER_CLOCK'] ?? '';
let later = 0;

const look = (): void => {
  try {
    later = Number(readFileSync(file, 'utf8')) * 86_400_000;
  } catch {
    later = 0;
  }
};
look();
setInterval(look, 200).unref();

const shifted = (): number => RealDate.now() + later;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: readonly unknown[]) =>
    Reflect.construct(target, given.length === 0 ? [shifted()] : given) as object,
  get: (target, name, receiver) => (name === 'now' ? shifted : (Reflect.get(target, name, receiver) as unknown)),
});
