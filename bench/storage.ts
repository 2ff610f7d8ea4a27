import { openMongoStore, openSqliteStore } from './storage/benchEngines.ts';
import { measureStore, type BenchSize, type Measured } from './storage/measureStore.ts';

/** `npm run bench:storage [-- people]`: both engines side by side, through the product's own repositories. */
const people = Number(process.argv[2] ?? 100_000);

const size: BenchSize = { people, changes: Math.min(1000, people), questions: 400 };

const results: { readonly name: string; readonly measured: Measured }[] = [];
for (const open of [openSqliteStore, openMongoStore]) {
  const store = await open();
  if (store === null) continue;
  console.error(`${store.name}: ${size.people.toLocaleString('en')} people …`);
  try {
    results.push({ name: store.name, measured: await measureStore(store, size) });
  } finally {
    await store.remove();
  }
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const names = new Set(results.flatMap(({ measured }) => [...measured.keys()]));
console.log(line(['', ...results.map(({ name }) => name)]));
console.log(line(['---', ...results.map(() => '---')]));
for (const name of names) console.log(line([name, ...results.map(({ measured }) => measured.get(name) ?? '–')]));
