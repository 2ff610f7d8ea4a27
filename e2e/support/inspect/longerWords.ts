import type { BrowserContext, Page } from 'playwright-core';

declare global {
  var longerWords: { factor: number; apply(): void } | undefined;
}

/**
 * Lets the words of every page be made so much longer, as another language would; names and numbers too, which grow as well.
 * What the page writes anew while they are long becomes long at once.
 */
export const installLongerWords = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const written = new WeakMap<Node, { long: string; original: string }>();
    const isLeftAlone = (node: Node): boolean =>
      node.parentElement?.matches('script, style, svg *, [aria-hidden="true"], [aria-hidden="true"] *') === true;
    const longer = (text: string, factor: number): string => {
      // The words of another language are longer by themselves: a word more would only wrap.
      const words = text.trimEnd().split(' ');
      const each = Math.ceil(Math.ceil(text.trim().length * (factor - 1)) / words.length);
      return words.map((word) => word + 'e'.repeat(word === '' ? 0 : each)).join(' ');
    };
    const adjust = (node: Node): void => {
      const text = node.nodeValue ?? '';
      if (text.trim() === '' || isLeftAlone(node)) return;
      const known = written.get(node);
      const original = known?.long === text ? known.original : text;
      const long = state.factor === 1 ? original : longer(original, state.factor);
      written.set(node, { long, original });
      if (long !== text) node.nodeValue = long;
    };
    const adjustBelow = (root: Node): void => {
      if (root.nodeType === Node.TEXT_NODE) return adjust(root);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) adjust(node);
    };
    const observer = new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') adjust(target);
        else addedNodes.forEach(adjustBelow);
      }
    });
    const state = {
      factor: 1,
      apply: () => {
        adjustBelow(document.body);
        if (state.factor === 1) observer.disconnect();
        else observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
    };
    globalThis.longerWords = state;
  });
};

/** 1 brings the words back as they were. */
export const lengthenTexts = (page: Page, factor: number): Promise<void> =>
  page.evaluate((wanted) => {
    const { longerWords } = globalThis;
    if (!longerWords) throw new Error('Longer words are not installed.');
    longerWords.factor = wanted;
    longerWords.apply();
  }, factor);
