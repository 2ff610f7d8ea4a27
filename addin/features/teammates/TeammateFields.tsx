import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '../../../server/src/contract/teammates.ts';
import { fieldName } from '../../ui/fieldName.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalSNudge,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
    '@media (min-width: 640px)': { gridTemplateColumns: '180px 1fr 260px', alignItems: 'baseline' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  empty: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  source: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

/** Every smart field with its value, where it comes from and the Graph attribute behind it. */
export function TeammateFields({ fields }: { fields: readonly FieldValue[] }) {
  const { t, i18n } = useTranslation('teammates');
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {fields.map(({ key, value, source, attribute }) => (
        <div key={key} className={styles.row}>
          <dt className={styles.name}>{fieldName(i18n, key)}</dt>
          <dd className={styles.value}>
            {value === '' ? <span className={styles.empty}>{t('detail.empty')}</span> : <Body1>{value}</Body1>}
          </dd>
          <dd className={styles.source}>
            <Caption1>
              {t(`detail.source.${source}`)}
              {attribute !== null && (
                <>
                  {' · '}
                  <span className={styles.code} title={t('detail.attribute', { name: attribute })}>
                    {attribute}
                  </span>
                </>
              )}
            </Caption1>
          </dd>
        </div>
      ))}
    </dl>
  );
}
