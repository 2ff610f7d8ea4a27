import { config } from 'zod';

// Zod compiles its parsers with `new Function` where it may; our Content-Security-Policy forbids that, and already the
// attempt is reported in the browser's console. This module must be imported before any schema is made.
config({ jitless: true });
