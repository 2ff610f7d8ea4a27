// `npm start`: one process from here on, so that Ctrl+C and a service manager's signals reach the server itself.
// oxlint-disable-next-line typescript/no-require-imports -- see requireNode.cjs: an old Node must get as far as here
require('./requireNode.cjs');

// The second start reads what Node made of the sources at the first; where nothing can be kept, it starts as before.
// oxlint-disable-next-line typescript/no-require-imports -- as above
require('node:module').enableCompileCache();

import('./buildIfChanged.ts')
  .then(({ buildIfChanged }) => buildIfChanged())
  .then((isBuilt) => (isBuilt ? import('../server/src/main.ts') : process.exit(1)));
