import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/page/Panel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    '@media (min-width: 1024px)': { gridTemplateColumns: 'minmax(0, 720px) minmax(0, 320px)' },
  },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  help: { color: tokens.colorNeutralForeground2, '& > p': { margin: 0, maxWidth: '65ch' } },
});

interface SettingsSectionProps {
  readonly title: string;
  /** What the settings mean and come to, in paragraphs: beside them where there is room. */
  readonly help: ReactNode;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function SettingsSection({ title, help, children }: SettingsSectionProps) {
  const styles = useStyles();
  return (
    <Panel title={title}>
      <div className={styles.columns}>
        <div className={styles.part}>{children}</div>
        <div className={`${styles.part} ${styles.help}`}>{help}</div>
      </div>
    </Panel>
  );
}
