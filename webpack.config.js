import path from 'node:path';
import { constants, brotliCompressSync, gzipSync } from 'node:zlib';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { thirdPartyNotices } from './scripts/webpack/thirdPartyNotices.js';

const root = import.meta.dirname;
const pagePath = (name) => path.join(root, 'addin/pages', name);

/** One HTML file per page; only the chunks it names are loaded. */
const page = (filename, { template, chunk, title, officeJs = false }) =>
  new HtmlWebpackPlugin({
    filename,
    template: pagePath(template),
    chunks: [chunk],
    scriptLoading: 'defer',
    minify: false,
    title,
    templateParameters: { title, officeJs },
  });

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  // Options are inline because .swcrc serves jest and asks for inline source maps.
  use: {
    loader: 'swc-loader',
    options: {
      swcrc: false,
      sourceMaps: true,
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'es6' },
    },
  },
};

/**
 * Classic Outlook before version 2403 loads nothing newer than ES2016, libraries included. Signing in needs a newer
 * client; on an old one the handler must still load and answer.
 * https://learn.microsoft.com/office/dev/add-ins/testing/troubleshoot-event-based-and-spam-reporting-add-ins
 */
const handlerScript = {
  test: /\.(?:[cm]?js|ts)$/,
  use: {
    loader: 'swc-loader',
    options: {
      swcrc: false,
      sourceMaps: true,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2016' },
      module: { type: 'es6' },
    },
  },
};

/** swc needs a third of the time terser needs, and is here anyway for the sources. */
const minimizer = [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })];

const { Compilation, sources } = webpack;

const compressed = [
  ['.br', (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })],
  ['.gz', (bytes) => gzipSync(bytes, { level: 9 })],
];

/** Compressed once here rather than at every download, and better than a server has the time for. */
const precompress = {
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap('precompress', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: 'precompress', stage }, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          if (!/^assets\/.*\.js$/.test(name)) continue;
          const bytes = Buffer.from(asset.source());
          for (const [ending, compress] of compressed) {
            compilation.emitAsset(name + ending, new sources.RawSource(compress(bytes)));
          }
        }
      });
    }),
};

/** Which files each named part of the pane needs, for the test that weighs them. */
const listParts = {
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap('listParts', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'listParts', stage }, () => {
        const parts = compilation.chunkGroups
          .filter(({ name }) => name)
          .map((group) => [group.name, group.getFiles().filter((file) => file.endsWith('.js'))]);
        compilation.emitAsset(
          '../parts.json',
          new sources.RawSource(JSON.stringify(Object.fromEntries(parts), null, 2)),
        );
      });
    }),
};

const base = (mode, name) => ({
  name,
  mode,
  context: root,
  target: ['web', 'es2022'],
  devtool: mode === 'production' ? 'source-map' : 'cheap-module-source-map',
  module: { rules: [typescript] },
  resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'] },
  cache: {
    type: 'filesystem',
    cacheDirectory: path.join(root, 'node_modules/.cache/webpack'),
    buildDependencies: { config: [import.meta.filename] },
  },
  stats: 'errors-warnings',
  performance: { hints: false },
});

/** Nothing of ours is written from right to left. */
const leftToRight = { 'rtl-css-js/core$': path.join(root, 'addin/theme/leftToRight.ts') };

/** Its package names the development build for every bundler, whatever is built. */
const productionRouter = {
  'react-router$': path.join(root, 'node_modules/react-router/dist/production/index.mjs'),
};

/** What libraries bring along and no browser has a use for. */
const leanLibraries = [
  {
    test: /zod[\\/]v4[\\/]classic[\\/]schemas\.js$/,
    use: path.join(root, 'scripts/webpack/zodWithoutJsonSchema.cjs'),
  },
];

/** The pages a person sees, with hashed names so that they can be cached for ever. */
const pages = (mode) => ({
  ...base(mode, 'pages'),
  module: { rules: [typescript, ...leanLibraries] },
  resolve: {
    ...base(mode, 'pages').resolve,
    alias: { ...leftToRight, ...(mode === 'production' && productionRouter) },
  },
  entry: {
    taskpane: './addin/taskpane/main.tsx',
    'auth-redirect': './addin/auth/authRedirect.ts',
    'auth-dialog': './addin/auth/dialog/authDialog.ts',
    'compose-frame': './addin/features/compose/frame/composeFrame.ts',
    // The event handler for browser runtimes; classic Outlook has a file of its own.
    handler: './addin/launchevent/launchevent.ts',
  },
  output: {
    path: path.join(root, 'dist/addin'),
    publicPath: '/',
    filename: 'assets/[name].[contenthash:10].js',
    chunkFilename: 'assets/[name].[contenthash:10].js',
    // The event handler shares this folder and is built beside it; only our own hashed files may go.
    clean: { keep: (asset) => !asset.startsWith('assets/') },
  },
  optimization: {
    minimizer,
    splitChunks: {
      chunks: ({ name }) => !['auth-redirect', 'auth-dialog', 'compose-frame', 'handler'].includes(name),
      cacheGroups: {
        // Libraries change less often than our own code: a release then costs people one small download.
        libraries: {
          test: /node_modules/,
          name: 'libraries',
          chunks: (chunk) => chunk.name === 'taskpane',
          priority: 10,
        },
        // The same file for the pane and the event handler, with the module through which both ask for it: only so is it
        // joined and shaken as a whole.
        msal: {
          test: /node_modules[\\/]@azure[\\/]|addin[\\/]auth[\\/]msal\.ts$/,
          name: 'msal',
          chunks: 'async',
          enforce: true,
          priority: 20,
        },
      },
    },
  },
  plugins: [
    new webpack.NormalModuleReplacementPlugin(/[\\/]tokens\.js$/, (resource) => {
      if (/@fluentui[\\/]tokens[\\/]/.test(resource.context))
        resource.request = path.join(root, 'addin/theme/shortTokens.ts');
    }),
    new webpack.NormalModuleReplacementPlugin(
      /PlatformAuth(?:InteractionClient|ExtensionHandler|DOMHandler)\.mjs$/,
      path.join(root, 'addin/auth/noPlatformBroker.ts'),
    ),
    thirdPartyNotices,
    ...(mode === 'production' ? [precompress, listParts] : []),
    page('index.html', { template: 'taskpane.html', chunk: 'taskpane', title: 'Undersign' }),
    page('taskpane.html', { template: 'taskpane.html', chunk: 'taskpane', title: 'Undersign', officeJs: true }),
    page('auth-redirect.html', { template: 'auth-redirect.html', chunk: 'auth-redirect', title: 'Undersign' }),
    page('auth-dialog.html', {
      template: 'auth-redirect.html',
      chunk: 'auth-dialog',
      title: 'Undersign',
      officeJs: true,
    }),
    page('launchevent.html', { template: 'launchevent.html', chunk: 'handler', title: 'Undersign', officeJs: true }),
    page('compose-frame.html', { template: 'compose-frame.html', chunk: 'compose-frame', title: 'Compose' }),
  ],
});

/**
 * Classic Outlook loads exactly one file, by the name the manifest and the well-known file give:
 * no hash, no chunks, no shared runtime. MSAL is in it.
 */
const eventHandler = (mode) => ({
  ...base(mode, 'event-handler'),
  target: ['web', 'es2016'],
  module: { rules: [handlerScript] },
  entry: { launchevent: './addin/launchevent/launchevent.ts' },
  output: { path: path.join(root, 'dist/addin'), publicPath: '/', filename: '[name].js' },
  optimization: { minimizer, splitChunks: false, runtimeChunk: false },
  plugins: [
    new webpack.NormalModuleReplacementPlugin(/\/openMsal\.ts$/, (resource) => {
      resource.request = resource.request.replace('openMsal.ts', 'openMsalInOneFile.ts');
    }),
    new webpack.NormalModuleReplacementPlugin(
      /[\\/]StandardController\.mjs$/,
      path.join(root, 'addin/launchevent/server/noOtherSignIn.ts'),
    ),
  ],
});

export default (_env, argv) => {
  const mode = argv.mode ?? 'production';
  return [pages(mode), eventHandler(mode)];
};
