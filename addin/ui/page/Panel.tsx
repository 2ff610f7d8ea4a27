import { Subtitle2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    '@media (max-width: 239px)': { padding: tokens.spacingHorizontalS },
    '@media (min-width: 640px)': { padding: tokens.spacingHorizontalXL },
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
});

interface PanelProps {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page that belongs together; with a title it is a named region. */
export function Panel({ title, aside, className, children }: PanelProps) {
  const styles = useStyles();
  const id = useId();
  if (title === undefined) return <div className={mergeClasses(styles.panel, className)}>{children}</div>;
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.panel, className)}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id}>
          {title}
        </Subtitle2>
        {aside}
      </div>
      {children}
    </section>
  );
}
