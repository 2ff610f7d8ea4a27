// Plain JavaScript on purpose: it must be understood by the old Node it speaks to.
const needed = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < needed) {
  console.error(
    `Undersign needs Node ${needed}, and this is Node ${process.versions.node}. Node ${needed} comes with the npm package "node", ` +
      'whose install script did not run: most likely ignore-scripts=true is set (npm config get ignore-scripts), or optional ' +
      `packages were left out. Type: npm rebuild node --ignore-scripts=false\nWhere that is not allowed, install Node ${needed} ` +
      'yourself, remove node_modules/node and node_modules/.bin/node, and try again.',
  );
  process.exit(1);
}
