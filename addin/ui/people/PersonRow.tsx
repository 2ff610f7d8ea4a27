import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { RouterLink } from '../buttons/RouterLink.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    '@media (min-width: 640px)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
  },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  faint: { color: tokens.colorNeutralForeground2 },
});

interface PersonRowProps {
  /** Of the teammate, whose page the name leads to. */
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  /** What the list says about them, line by line. */
  readonly children: ReactNode;
}

/** A teammate in a list, with what that list is about beside them, or below where there is no room. */
export function PersonRow({ id, displayName, mail, children }: PersonRowProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <RouterLink to={`/teammates/${id}`}>
          <bdi>{displayName}</bdi>
        </RouterLink>
        {mail !== null && <Caption1 className={styles.faint}>{mail}</Caption1>}
      </span>
      <span className={styles.words}>{children}</span>
    </div>
  );
}
