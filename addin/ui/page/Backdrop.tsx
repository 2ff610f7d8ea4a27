import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'break-word',
  },
});

/**
 * The ground everything stands on. FluentProvider hands its own class on to menus and tooltips, which would then cover the
 * whole page; so the colour belongs to an element inside it.
 */
export function Backdrop({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <div className={styles.root}>{children}</div>;
}
