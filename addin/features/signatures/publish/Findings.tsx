import { Badge, Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SignatureFinding } from '../../../../server/src/contract/signatures/signatures.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  people: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function Finding({ finding }: { finding: SignatureFinding }) {
  const { t, i18n } = useTranslation('signatures');
  const { number } = useFormats();
  const styles = useStyles();
  const { code, severity, composeType, values, people, worst } = finding;
  const key = `signatures:finding.${code}`;
  const isError = severity === 'error';
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Badge appearance="tint" color={isError ? 'danger' : 'warning'}>
          {t(`check.${severity}`)}
        </Badge>
        <Body1>{i18n.exists(key) ? t(`finding.${code}`, values) : t('finding.other', { code })}</Body1>
        <Caption1 className={styles.quiet}>
          {t(`mail.${composeType}`)}
          {people !== null && ` · ${t('check.people', { count: people, formatted: number(people) })}`}
        </Caption1>
      </div>
      {worst.length > 0 && (
        <div className={styles.people}>
          {worst.map(({ id, displayName }) => (
            <RouterLink key={id} to={`/teammates/${id}`}>
              <bdi>{displayName}</bdi>
            </RouterLink>
          ))}
        </div>
      )}
    </li>
  );
}

/** What a check found, the worst first. */
export function Findings({ findings }: { findings: readonly SignatureFinding[] }) {
  const { t } = useTranslation('signatures');
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={t('check.list')}>
      {findings.map((finding) => (
        <Finding key={JSON.stringify({ ...finding, worst: null })} finding={finding} />
      ))}
    </ul>
  );
}
