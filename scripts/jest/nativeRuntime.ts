import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type jestRuntime from 'jest-runtime';
import { setCurrentGlobals, type Globals } from './currentGlobals.ts';

const { default: JestRuntime } = createRequire(import.meta.url)('jest-runtime') as typeof jestRuntime;
const globalsUrl = new URL('currentGlobals.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: globalsUrl, shortCircuit: true } : next(specifier, context),
});

let loadedFiles = 0;

/**
 * Loads test files as Node loads the product, each module once per worker. Jest's own runtime reads, compiles and
 * evaluates every module anew for each file, which takes longer than most files themselves. A file that needs a world of
 * its own (fake timers, mocks by `jest`, modules with JSX) says `@isolated` and gets Jest's.
 */
export default class NativeRuntime extends JestRuntime {
  readonly #globals: object;
  readonly #isIsolated: boolean;

  constructor(...given: ConstructorParameters<typeof JestRuntime>) {
    super(...given);
    const [{ globals }, , , , , , testPath] = given;
    this.#globals = globals;
    this.#isIsolated = readFileSync(testPath, 'utf8').includes('@isolated');
  }

  override setGlobalsForRuntime(globals: Globals): void {
    super.setGlobalsForRuntime(globals);
    setCurrentGlobals(globals);
  }

  /** Of Jest itself only what runs the tests is anew for each file: it remembers which there are. */
  override requireInternalModule<T = unknown>(from: string, to?: string): T {
    if (to === undefined || this.#isIsolated) return super.requireInternalModule<T>(from, to);
    return createRequire(from)(to) as T;
  }

  override async unstable_importModule(path: string): Promise<unknown> {
    if (this.#isIsolated) return super.unstable_importModule(path);
    Object.assign(globalThis, this.#globals);
    // Jest maps every place of every error back to its source; Node's are at their source, and Playwright makes one per call.
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    loadedFiles += 1;
    // Two projects run the same file, and each has to run it.
    return import(`${pathToFileURL(path).href}?file=${loadedFiles}`);
  }
}
