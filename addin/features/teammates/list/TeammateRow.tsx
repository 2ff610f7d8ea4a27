import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useHref, useLinkClickHandler } from 'react-router';
import type { TeammateSummary } from '../../../../server/src/contract/people/teammates.ts';
import { CompletenessBar } from '../../../ui/people/CompletenessBar.tsx';
import { PersonName } from '../../../ui/people/PersonName.tsx';
import { TeammateAvatar } from '../../../ui/people/TeammateAvatar.tsx';
import { TeammateBadges } from '../TeammateBadges.tsx';
import { useDeadline } from '../useDeadline.ts';

const useStyles = makeStyles({
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 36px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXS}`,
    color: 'inherit',
    textDecorationLine: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
  },
  person: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  // Under the name, beside the face.
  indented: { paddingInlineStart: '44px', '@media (max-width: 239px)': { paddingInlineStart: 0 } },
  faint: { color: tokens.colorNeutralForeground2 },
});

interface TeammateRowProps {
  readonly teammate: TeammateSummary;
}

const isPlain = ({ status, isInScope, departure }: TeammateSummary) =>
  status === 'active' && isInScope && departure === null;

/** One teammate in a narrow pane: two lines, and how much is known. */
export function TeammateRow({ teammate }: TeammateRowProps) {
  const styles = useStyles();
  const to = `/teammates/${teammate.id}`;
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const deadline = useDeadline()(teammate);
  const address = teammate.mail ?? teammate.userPrincipalName;
  const below = [teammate.jobTitle, teammate.department].filter(Boolean).join(' · ') || address;
  return (
    <a href={useHref(to)} onClick={follow} className={styles.link}>
      <span className={styles.person}>
        <PersonName name={teammate.displayName} below={below} face={<TeammateAvatar teammate={teammate} />} />
        {!isPlain(teammate) && (
          <span className={mergeClasses(styles.badges, styles.indented)}>
            <TeammateBadges teammate={teammate} isShort />
          </span>
        )}
        {deadline !== null && <Caption1 className={mergeClasses(styles.faint, styles.indented)}>{deadline}</Caption1>}
      </span>
      <CompletenessBar completeness={teammate.completeness} isSmall />
    </a>
  );
}
