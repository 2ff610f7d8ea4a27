import { Badge, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import { twoLines } from '../../../ui/page/twoLines.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
  name: twoLines,
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  faint: { color: tokens.colorNeutralForeground2 },
});

interface ContainerNameProps {
  readonly displayName: string;
  readonly description: string | null;
  readonly memberCount: number | null;
  readonly badges: readonly string[];
}

/** A group or unit with what helps to tell it from others of the same name. */
export function ContainerName({ displayName, description, memberCount, badges }: ContainerNameProps) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const formats = useFormats();
  const count =
    memberCount === null
      ? t('row.memberCountUnknown')
      : t('row.memberCount', { count: memberCount, formatted: formats.number(memberCount) });
  return (
    <div className={styles.root}>
      <Body1Strong className={styles.name} title={displayName}>
        <bdi>{displayName}</bdi>
      </Body1Strong>
      <span className={styles.line}>
        <Caption1 className={styles.faint}>{count}</Caption1>
        {badges.map((badge) => (
          <Badge key={badge} appearance="outline" size="small" color="informative">
            {badge}
          </Badge>
        ))}
      </span>
      {description !== null && description !== '' && <Caption1 className={styles.faint}>{description}</Caption1>}
    </div>
  );
}
