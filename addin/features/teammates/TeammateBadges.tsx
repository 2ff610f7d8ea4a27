import { Badge, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { badgeColor, teammateBadges } from './teammateBadges.ts';

// Words that need two lines stay inside.
const useStyles = makeStyles({ badge: { height: 'auto', minHeight: '16px' } });

interface TeammateBadgesProps {
  readonly teammate: Pick<TeammateSummary, 'status' | 'isInScope' | 'departure'>;
  /** In a list of the active, that somebody is active is not worth a word. */
  readonly isShort?: boolean;
}

/** The status of a teammate, and whether something about it waits or differs. */
export function TeammateBadges({ teammate, isShort = false }: TeammateBadgesProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  return (
    <>
      {teammateBadges(teammate)
        .filter((badge) => !isShort || badge !== 'active')
        .map((badge) => (
          <Badge
            key={badge}
            appearance="tint"
            color={badgeColor[badge]}
            size={isShort ? 'small' : 'medium'}
            className={styles.badge}
          >
            {t(`badge.${badge}`)}
          </Badge>
        ))}
    </>
  );
}
