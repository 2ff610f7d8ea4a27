import type { Page } from 'playwright-core';

/** Texts that are cut off, stick out of the box they stand in, or out of the window. Empty when all fit. */
export const inspectText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const tolerance = 1.5;
    const ignored = 'script, style, noscript, option, [data-tabster-dummy]';
    const tooWide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const complaints = new Set(tooWide > 0 ? [`the page is ${String(tooWide)} px too wide`] : []);

    /** Asked for every text in it, which are many: the styles of an element are read once. */
    const once = <T>(read: (element: Element) => T): ((element: Element) => T) => {
      const known = new Map<Element, T>();
      return (element) => {
        if (!known.has(element)) known.set(element, read(element));
        return known.get(element) as T;
      };
    };
    /** What scrolls by itself, is shortened on purpose or is not on the screen hides nothing by mistake. */
    const mayHide = once((element): boolean => {
      const { overflowX, textOverflow, visibility, clipPath } = getComputedStyle(element);
      const isAway = visibility === 'hidden' || clipPath === 'inset(50%)' || element.getBoundingClientRect().right < 0;
      return isAway || textOverflow === 'ellipsis' || /auto|scroll/.test(overflowX);
    });
    /** A button, pill, tab or card: something whose edge one sees, or that cuts. */
    const isBox = once((element): boolean => {
      const { backgroundColor, borderLeftWidth, overflowX } = getComputedStyle(element);
      const hasEdge = parseFloat(borderLeftWidth) > 0 || !/rgba\(.*, 0\)|transparent/.test(backgroundColor);
      return hasEdge || overflowX === 'hidden' || overflowX === 'clip';
    });
    const placeOf = once((element) => element.getBoundingClientRect());
    const boxesOf = (element: Element): readonly Element[] => {
      const boxes: Element[] = [];
      for (let box: Element | null = element; box && box !== document.documentElement; box = box.parentElement) {
        if (mayHide(box)) break;
        if (isBox(box)) boxes.push(box);
      }
      return boxes;
    };
    const extentOf = (node: Node): { left: number; right: number } | null => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (rects.length === 0) return null;
      return { left: Math.min(...rects.map((rect) => rect.left)), right: Math.max(...rects.map((rect) => rect.right)) };
    };
    const check = (node: Node, parent: Element): void => {
      const extent = extentOf(node);
      if (!extent) return;
      for (const box of boxesOf(parent)) {
        const rect = placeOf(box);
        const over = Math.max(rect.left - extent.left, extent.right - rect.right);
        if (over <= tolerance) continue;
        const text = (node.textContent ?? '').trim().slice(0, 40);
        complaints.add(`“${text}” sticks out of <${box.tagName.toLowerCase()}> by ${String(Math.round(over))} px`);
        return;
      }
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node;
      if (parentElement && !parentElement.closest(ignored) && node.textContent?.trim() !== '')
        check(node, parentElement);
    }
    return [...complaints];
  });
