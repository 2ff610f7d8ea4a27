import { Avatar, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    // A name is worth more than a face where there is room for one of them.
    '@media (max-width: 239px)': { '& > :first-child': { display: 'none' } },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  // A name from right to left too begins where it is seen, and stands on the side of the others.
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
    '@media (max-width: 479px)': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  below: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 479px)': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
});

interface PersonNameProps {
  readonly name: string;
  readonly below?: ReactNode;
  /** Left out: initials. */
  readonly face?: ReactNode;
}

/** A face, a name and one line about the person. */
export function PersonName({ name, below, face }: PersonNameProps) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      {face ?? <Avatar name={name} color="colorful" size={32} aria-hidden />}
      <span className={styles.words}>
        <Body1Strong className={styles.name} dir="auto">
          {name}
        </Body1Strong>
        {below !== undefined && below !== '' && <Caption1 className={styles.below}>{below}</Caption1>}
      </span>
    </span>
  );
}
