import { makeStyles, tokens } from '@fluentui/react-components';
import { pageEdge } from '../page/pageEdge.ts';
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    // In a narrow window it is the foot of it, from edge to edge; nothing shows below.
    marginInline: `calc(-1 * var(${pageEdge}))`,
    outlineStyle: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} var(${pageEdge})`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
    '@media (min-width: 760px)': {
      bottom: tokens.spacingVerticalM,
      marginInline: 0,
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusXLarge,
    },
    // Magnified four times there is no height to give away: then it stands at the end of the page.
    '@media (max-height: 400px)': { position: 'static' },
  },
  state: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  dot: { width: '8px', height: '8px', borderRadius: tokens.borderRadiusCircular, flexShrink: 0 },
  waiting: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  calm: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '& button': { minWidth: 'auto' } },
});

interface SaveBarProps {
  readonly label: string;
  /** Whether there is something left to do, such as to save. */
  readonly isWaiting: boolean;
  readonly text: string;
  readonly children: ReactNode;
}

/** Keeps what gets the focus clear of the bar, however many rows its words need. */
function useScrollRoom(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    // What stands above the bar in the same foot is in the way as well.
    const current = bar.current?.closest('[data-foot]') ?? bar.current;
    if (!current) return undefined;
    const page = document.documentElement;
    const measure = () => {
      const isInTheWay = getComputedStyle(current).position === 'sticky';
      page.style.scrollPaddingBottom = isInTheWay ? `${Math.ceil(current.getBoundingClientRect().height) + 24}px` : '';
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
      page.style.scrollPaddingBottom = '';
    };
  }, [bar]);
}

/** Always in sight: how it stands, and what can be done about it. */
export function SaveBar({ label, isWaiting, text, children }: SaveBarProps) {
  const styles = useStyles();
  const bar = useRef<HTMLElement>(null);
  useScrollRoom(bar);
  return (
    <section ref={bar} className={styles.bar} aria-label={label} tabIndex={-1} data-focus-home="">
      <span className={styles.state} role="status">
        <span className={`${styles.dot} ${isWaiting ? styles.waiting : styles.calm}`} aria-hidden />
        {text}
      </span>
      <span className={styles.actions}>{children}</span>
    </section>
  );
}
