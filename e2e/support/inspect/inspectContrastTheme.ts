import type { Page } from 'playwright-core';

/**
 * Words in colours that the theme did not give, or that it does not promise to be readable where they stand. Empty when there
 * are none. What a signature looks like is not ours to change: mails are shown in frames of their own.
 */
export const inspectContrastTheme = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const meantFor = {
      Canvas: ['CanvasText', 'LinkText', 'VisitedText', 'GrayText', 'ButtonText', 'FieldText', 'ActiveText'],
      ButtonFace: ['ButtonText', 'GrayText', 'CanvasText', 'LinkText', 'FieldText'],
      Field: ['FieldText', 'GrayText', 'CanvasText'],
      Highlight: ['HighlightText'],
      SelectedItem: ['SelectedItemText'],
      CanvasText: ['Canvas'],
      ButtonText: ['ButtonFace', 'Canvas'],
      Mark: ['MarkText'],
    } as const;
    const probe = document.createElement('i');
    document.body.append(probe);
    const computed = (name: string): string => {
      probe.style.setProperty('color', name);
      return getComputedStyle(probe).color;
    };
    const pairs = new Set<string>();
    for (const [ground, texts] of Object.entries(meantFor))
      for (const text of texts) pairs.add(`${computed(text)} on ${computed(ground)}`);
    const canvas = computed('Canvas');
    probe.remove();

    const groundOf = (start: Element): string => {
      for (let element: Element | null = start; element; element = element.parentElement) {
        const { backgroundColor } = getComputedStyle(element);
        if (!/rgba\(.*, 0\)|transparent/.test(backgroundColor)) return backgroundColor;
      }
      return canvas;
    };
    const isSeen = (element: Element): boolean => {
      const { visibility, clipPath, opacity } = getComputedStyle(element);
      return (
        element.getClientRects().length > 0 && visibility !== 'hidden' && clipPath !== 'inset(50%)' && opacity !== '0'
      );
    };
    const complaints = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim();
      if (!element || text === '' || element.closest('script, style, noscript') || !isSeen(element)) continue;
      const pair = `${getComputedStyle(element).color} on ${groundOf(element)}`;
      if (!pairs.has(pair)) complaints.add(`“${text.slice(0, 40)}” is ${pair}`);
    }
    return [...complaints];
  });
