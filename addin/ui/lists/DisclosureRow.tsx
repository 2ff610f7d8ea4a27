import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { ChevronDownRegular, ChevronRightRegular } from '../icons.ts';
import { PersonName } from '../people/PersonName.tsx';

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  head: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    // A name is read before what happened to somebody: the badge goes below it.
    '@media (max-width: 479px)': { '& > :nth-child(3)': { gridColumn: 2, justifySelf: 'start' }, rowGap: '2px' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  details: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
});

export interface OpenState {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

interface DisclosureRowProps extends OpenState {
  readonly name: string;
  readonly below?: string;
  readonly badge?: ReactNode;
  /** Left out: the initials of a person. */
  readonly face?: ReactNode;
  readonly children: ReactNode;
}

/** One person or thing of a list; opens to the details. */
export function DisclosureRow({ name, below, badge, face, isOpen, onToggle, children }: DisclosureRowProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.row}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        <PersonName name={name} below={below} face={face} />
        {badge}
      </button>
      {isOpen && (
        <div id={id} className={styles.details}>
          {children}
        </div>
      )}
    </div>
  );
}
