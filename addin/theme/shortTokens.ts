import type { tokens as fluentTokens } from '@fluentui/react-components';

/** Layers are in no theme; each has its place beside its name. */
const layers: Readonly<Record<string, number>> = {
  zIndexBackground: 0,
  zIndexContent: 1,
  zIndexOverlay: 1000,
  zIndexPopup: 2000,
  zIndexMessages: 3000,
  zIndexFloating: 4000,
  zIndexPriority: 5000,
  zIndexDebug: 6000,
};

const variableOf = (name: string): string =>
  name in layers ? `var(--${name}, ${String(layers[name])})` : `var(--${name})`;

/** Fluent's tokens, which are five hundred variables under their own names, by that rule in place of the list: the build puts this there. */
export const tokens = new Proxy({} as typeof fluentTokens, { get: (_, name) => variableOf(String(name)) });
