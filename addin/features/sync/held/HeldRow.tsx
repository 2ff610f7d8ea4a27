import { Badge, Caption1, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { HeldDeparture } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { actionLook } from '../../../ui/changes/actionLook.tsx';
import { PersonName } from '../../../ui/people/PersonName.tsx';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  plain: { gridTemplateColumns: 'minmax(0, 1fr)' },
  selected: { backgroundColor: tokens.colorBrandBackground2 },
  box: { alignSelf: 'flex-start' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  faint: { color: tokens.colorNeutralForeground2 },
});

interface HeldRowProps {
  readonly departure: HeldDeparture;
  readonly isSelected: boolean;
  /** Absent for those who may only look. */
  readonly onToggle?: () => void;
}

/** Somebody who would leave: since when, and what would happen. Why stands above the group. */
export function HeldRow({ departure, isSelected, onToggle }: HeldRowProps) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const { displayName, would, at, teammateId } = departure;
  const look = actionLook[would];
  return (
    <div className={mergeClasses(styles.row, onToggle === undefined && styles.plain, isSelected && styles.selected)}>
      {onToggle && (
        <Checkbox
          className={styles.box}
          aria-label={t('held.select', { name: displayName })}
          checked={isSelected}
          onChange={onToggle}
        />
      )}
      <div className={styles.words}>
        <div className={styles.head}>
          <PersonName name={displayName} below={departure.userPrincipalName} />
          <Badge appearance="tint" color={look.color} icon={look.icon}>
            {t(`held.would.${would}`)}
          </Badge>
        </div>
        <Caption1 className={styles.faint}>
          {t('held.since', { when: formats.instant(at) })}
          {' · '}
          <RouterLink to={`/teammates/${teammateId}`}>{t('changes.open', { name: displayName })}</RouterLink>
        </Caption1>
      </div>
    </div>
  );
}
