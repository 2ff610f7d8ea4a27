import type { Page } from 'playwright-core';

interface Stop {
  readonly name: string;
  readonly complaint: string | null;
  readonly isFirstAgain: boolean;
}

/**
 * Where the focus is after a Tab, and whether one can see it there, once what the Tab set off is drawn: on a busy machine a
 * list is measured, or a notice comes above it, between the key and the look.
 */
export const lookAtStop = (page: Page): Promise<Stop> =>
  page.evaluate(async () => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: 'body', complaint: null, isFirstAgain: true };
    }
    const isInWindow = ({ top, bottom, left, right }: DOMRect): boolean =>
      bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    /** What one sees where it is: itself, its label, or what it is drawn with. */
    const isOnTop = (rect: DOMRect): boolean => {
      const x = Math.min(Math.max(rect.left + rect.width / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max(rect.top + Math.min(rect.height / 2, 20), 0), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      const own = [
        element,
        element.parentElement,
        ...(element instanceof HTMLInputElement ? (element.labels ?? []) : []),
      ];
      return own.some((one) => one?.contains(top) === true);
    };
    /** An outline, a ring or a line: on it, around it, or drawn after it. Fluent's links are underlined twice. */
    const draws = ({ outlineStyle, outlineWidth, boxShadow, textDecorationStyle }: CSSStyleDeclaration): boolean =>
      (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) ||
      boxShadow !== 'none' ||
      textDecorationStyle === 'double';
    const drawsAfter = (one: Element): boolean => {
      const after = getComputedStyle(one, '::after');
      return after.content !== 'none' && (draws(after) || parseFloat(after.borderBottomWidth) > 0);
    };
    const isMarked = (): boolean => {
      const around = [element, element.parentElement, element.parentElement?.parentElement];
      return (
        draws(getComputedStyle(element)) || around.some((one) => one !== null && one !== undefined && drawsAfter(one))
      );
    };
    const judge = (): string | null => {
      // A sentinel of Fluent hands the focus on at once; a frame draws its own.
      if (element.matches('[data-tabster-dummy], iframe, [tabindex="-1"]')) return null;
      const rect = element.getBoundingClientRect();
      if (!isInWindow(rect)) {
        const place = [rect.top, rect.bottom, rect.left, rect.right].map(Math.round).join(', ');
        return `is outside the window: ${place} of ${String(innerWidth)} × ${String(innerHeight)}`;
      }
      if (!isOnTop(rect)) return 'is covered';
      return isMarked() ? null : 'shows no focus';
    };
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    let complaint = judge();
    if (complaint !== null) {
      await drawn();
      complaint = judge();
    }
    const isFirstAgain = element.dataset['seenByTest'] === 'yes';
    element.dataset['seenByTest'] = 'yes';
    const words = element.getAttribute('aria-label') ?? element.textContent;
    return { name: `${element.tagName.toLowerCase()} “${words.slice(0, 40)}”`, complaint, isFirstAgain };
  });

/** Goes through the page by Tab until it begins anew, and tells where the focus was covered or not to be seen. */
export const inspectFocus = async (page: Page): Promise<readonly string[]> => {
  const complaints: string[] = [];
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
    document
      .querySelectorAll<HTMLElement>('[data-seen-by-test]')
      .forEach((element) => delete element.dataset['seenByTest']);
  });
  for (let count = 0; count < mostStops; count += 1) {
    await page.keyboard.press('Tab');
    const { name, complaint, isFirstAgain } = await lookAtStop(page);
    if (isFirstAgain && count > 0) break;
    if (complaint !== null) complaints.push(`${name} ${complaint}`);
  }
  return complaints;
};

/** A list of thousands has a stop per row; the first ones are like the others. */
const mostStops = 45;
