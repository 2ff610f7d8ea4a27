import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import type { TeammateSummary } from '../../../server/src/contract/teammates.ts';
import { ChevronRightRegular } from '../../ui/icons.ts';
import { PersonName } from '../../ui/PersonName.tsx';

const useStyles = makeStyles({
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 20px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXS}`,
    color: 'inherit',
    textDecorationLine: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
  },
  wide: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1fr) 96px 20px' },
  cell: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
});

interface TeammateRowProps {
  readonly teammate: TeammateSummary;
  readonly isWide: boolean;
}

/** One teammate; with room, the title and department stand in columns. */
export function TeammateRow({ teammate, isWide }: TeammateRowProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const to = `/teammates/${teammate.id}`;
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const address = teammate.mail ?? teammate.userPrincipalName;
  const isDisabled = teammate.status === 'disabled';
  const inWords = [isDisabled ? t('status.disabled') : null, teammate.jobTitle, teammate.department];
  const below = isWide ? address : inWords.filter(Boolean).join(' · ') || address;
  return (
    <a href={useHref(to)} onClick={follow} className={mergeClasses(styles.link, isWide && styles.wide)}>
      <PersonName name={teammate.displayName} below={below} />
      {isWide && <span className={styles.cell}>{teammate.jobTitle}</span>}
      {isWide && <span className={styles.cell}>{teammate.department}</span>}
      {isWide && (
        <span>
          <Badge appearance="tint" color={isDisabled ? 'danger' : 'success'}>
            {t(`status.${teammate.status}`)}
          </Badge>
        </span>
      )}
      <ChevronRightRegular aria-hidden />
    </a>
  );
}
