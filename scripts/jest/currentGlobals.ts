import type jestRuntime from 'jest-runtime';

/** Of this world, as what it compares is; the one of Jest's own world takes a string for no `String`. */
export { expect } from 'expect';

export type Globals = Parameters<jestRuntime.default['setGlobalsForRuntime']>[0];
type Name = 'afterAll' | 'afterEach' | 'beforeAll' | 'beforeEach' | 'describe' | 'it' | 'test';

let current: Globals | null = null;

export const setCurrentGlobals = (globals: Globals): void => {
  current = globals;
};

/** What `@jest/globals` exports, for modules that are loaded once: each call goes to the file that runs now. */
const ofCurrentFile = <N extends Name>(name: N): Globals[N] => {
  const target = (): Globals[N] => {
    if (current === null) throw new Error(`${name} belongs into a test file that Jest runs.`);
    return current[name];
  };
  return new Proxy((() => undefined) as unknown as Globals[N] & object, {
    apply: (_, self, given) => Reflect.apply(target(), self, given) as unknown,
    get: (_, key) => Reflect.get(target(), key) as unknown,
  });
};

export const afterAll = ofCurrentFile('afterAll');
export const afterEach = ofCurrentFile('afterEach');
export const beforeAll = ofCurrentFile('beforeAll');
export const beforeEach = ofCurrentFile('beforeEach');
export const describe = ofCurrentFile('describe');
export const it = ofCurrentFile('it');
export const test = ofCurrentFile('test');
