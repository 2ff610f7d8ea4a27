import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanAction } from '../../../server/src/contract/sync.ts';
import { ChevronDownRegular, ChevronRightRegular } from '../../ui/icons.ts';
import { PersonName } from '../../ui/PersonName.tsx';
import { actionLook } from './actionLook.tsx';

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

interface EntryRowProps {
  readonly name: string;
  readonly below?: string;
  readonly action: PlanAction;
  readonly words: 'planAction' | 'action';
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One person of a plan or run; opens to the details. */
export function EntryRow({ name, below, action, words, isOpen, onToggle, children }: EntryRowProps) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const id = useId();
  const look = actionLook[action];
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
        <PersonName name={name} below={below} />
        <Badge appearance="tint" color={look.color} icon={look.icon}>
          {t(`${words}.${action}`)}
        </Badge>
      </button>
      {isOpen && (
        <div id={id} className={styles.details}>
          {children}
        </div>
      )}
    </div>
  );
}
