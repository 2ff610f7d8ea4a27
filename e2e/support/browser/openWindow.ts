import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Words in the middle of a fade have half their contrast, so nothing fades: what is looked at is what stays. */
const standStill = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*, ::before, ::after { transition: none !important; animation-duration: 0s !important; animation-delay: 0s !important; }',
  );
  document.adoptedStyleSheets.push(sheet);
  const { animate } = Element.prototype;
  Element.prototype.animate = function (keyframes, options) {
    const given = typeof options === 'object' ? options : {};
    return animate.call(this, keyframes, { ...given, duration: 0, delay: 0 });
  };
};

/** A window without motion. Its timeout, and that of those it opens, ends what hangs and says nothing about speed. */
export const openWindow = async (
  browser: Browser,
  options: BrowserContextOptions,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(standStill);
  const page = await context.newPage();
  return { context, page };
};
