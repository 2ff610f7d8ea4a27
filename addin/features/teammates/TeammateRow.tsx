import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useHref, useLinkClickHandler } from 'react-router';
import type { TeammateSummary } from '../../../server/src/contract/teammates.ts';
import { ChevronRightRegular } from '../../ui/icons.ts';
import { PersonName } from '../../ui/PersonName.tsx';
import { TeammateAvatar } from '../../ui/TeammateAvatar.tsx';
import { TeammateBadges } from './TeammateBadges.tsx';
import { useDeadline } from './useDeadline.ts';

const useStyles = makeStyles({
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 20px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXS}`,
    color: 'inherit',
    textDecorationLine: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
  },
  wide: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 1fr) 150px 20px' },
  cell: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  person: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  // Under the name, beside the face.
  indented: { paddingInlineStart: '44px' },
  faint: { color: tokens.colorNeutralForeground2 },
});

interface TeammateRowProps {
  readonly teammate: TeammateSummary;
  readonly isWide: boolean;
}

const isPlain = ({ status, isInScope, departure }: TeammateSummary) =>
  status === 'active' && isInScope && departure === null;

/** Title, department and status in columns of their own. */
function Columns({ teammate }: { teammate: TeammateSummary }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.cell}>{teammate.jobTitle}</span>
      <span className={styles.cell}>{teammate.department}</span>
      <span className={styles.badges}>
        <TeammateBadges teammate={teammate} />
      </span>
    </>
  );
}

/** One teammate; with room, the title and department stand in columns. */
export function TeammateRow({ teammate, isWide }: TeammateRowProps) {
  const styles = useStyles();
  const to = `/teammates/${teammate.id}`;
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const deadline = useDeadline()(teammate);
  const address = teammate.mail ?? teammate.userPrincipalName;
  const below = isWide ? address : [teammate.jobTitle, teammate.department].filter(Boolean).join(' · ') || address;
  return (
    <a href={useHref(to)} onClick={follow} className={mergeClasses(styles.link, isWide && styles.wide)}>
      <span className={styles.person}>
        <PersonName name={teammate.displayName} below={below} face={<TeammateAvatar teammate={teammate} />} />
        {!isWide && !isPlain(teammate) && (
          <span className={mergeClasses(styles.badges, styles.indented)}>
            <TeammateBadges teammate={teammate} isShort />
          </span>
        )}
        {deadline !== null && <Caption1 className={mergeClasses(styles.faint, styles.indented)}>{deadline}</Caption1>}
      </span>
      {isWide && <Columns teammate={teammate} />}
      <ChevronRightRegular aria-hidden />
    </a>
  );
}
