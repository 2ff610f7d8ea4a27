// Zod compiles its parsers with `new Function` where it may; our Content-Security-Policy forbids that, and already the
// attempt is reported in the browser's console. Zod comes with the pages that need it, so it finds its setting here: this is
// what `z.config({ jitless: true })` writes. https://zod.dev/api
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };

export {};
