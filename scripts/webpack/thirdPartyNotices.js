import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

const { Compilation, sources } = webpack;

const name = 'third-party.txt';
const line = '-'.repeat(78);

/** The folder of the package that a file belongs to; null for our own. */
const packageOf = (file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? null;

const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8').trim();

const textsOf = (folder) =>
  readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)(?:[.-]|$)/i.test(file) && !/\.(?:js|ts|json)$/i.test(file))
    .sort()
    .map((file) => read(folder, file));

const describe = (folder) => {
  const { name: id, version, license, author } = JSON.parse(read(folder, 'package.json'));
  const by = typeof author === 'string' ? author : author?.name;
  const texts = textsOf(folder);
  const said = texts.length > 0 ? texts.join('\n\n') : `Licence: ${license}${by === undefined ? '' : `, by ${by}`}`;
  return { id, text: `${id} ${version} (${license})\n\n${said}` };
};

/** Files of every module that is in the result, also of those that were joined into one. */
const filesOf = (modules) =>
  [...modules].flatMap((module) => (module.modules === undefined ? [module.resource ?? ''] : filesOf(module.modules)));

/**
 * Writes the notices of everything that is bundled into the pages, as their licences ask: minifying takes the comments out
 * that had them. The file is served beside the pages.
 */
export const thirdPartyNotices = {
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap('thirdPartyNotices', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'thirdPartyNotices', stage }, () => {
        const folders = new Set(filesOf(compilation.modules).map(packageOf));
        folders.delete(null);
        const packages = [...folders].map(describe).sort((a, b) => (a.id < b.id ? -1 : 1));
        const head = 'The pages of Undersign contain parts of these packages. Their notices:';
        const body = [...new Set(packages.map(({ text }) => text))];
        compilation.emitAsset(name, new sources.RawSource(`${[head, ...body].join(`\n\n${line}\n\n`)}\n`));
      });
    }),
};
