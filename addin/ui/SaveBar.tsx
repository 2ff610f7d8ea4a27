import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: tokens.spacingVerticalM,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    '@media (min-width: 560px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
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

/** Always in sight: how it stands, and what can be done about it. */
export function SaveBar({ label, isWaiting, text, children }: SaveBarProps) {
  const styles = useStyles();
  return (
    <section className={styles.bar} aria-label={label}>
      <span className={styles.state} role="status">
        <span className={`${styles.dot} ${isWaiting ? styles.waiting : styles.calm}`} aria-hidden />
        {text}
      </span>
      <span className={styles.actions}>{children}</span>
    </section>
  );
}
