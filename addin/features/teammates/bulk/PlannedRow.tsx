import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OverridesFile } from '../../../../server/src/contract/people/overridesFile.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useSmartFields } from '../../../api/signatures/smartFieldsApi.ts';
import { fieldName } from '../../../ui/changes/fieldName.ts';
import { PersonName } from '../../../ui/people/PersonName.tsx';
import { problemText } from '../../../ui/notices/problemText.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  old: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  wrong: { color: tokens.colorStatusDangerForeground3 },
});

type Row = OverridesFile['rows'][number];

function Change({ change: { key, old, new: now } }: { change: Row['changes'][number] }) {
  const { t, i18n } = useTranslation('values');
  const styles = useStyles();
  const labels = useSmartFields().data?.fields.find((field) => field.key === key)?.labels ?? null;
  return (
    <div>
      {fieldName(i18n, key, labels)}: {old !== '' && <bdi className={styles.old}>{old}</bdi>}{' '}
      {typeof now === 'string' ? <bdi>{now}</bdi> : <em>{t(now === null ? 'cleared' : 'hidden')}</em>}
    </div>
  );
}

/** A row of a file: whose it is, what it would change, and what is wrong with it. */
export function PlannedRow({ row: { line, person, teammate, changes, problems } }: { row: Row }) {
  const { t, i18n } = useTranslation('values');
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <PersonName name={teammate?.displayName ?? person} below={t('line', { line })} />
      {changes.map((change) => (
        <Change key={change.key} change={change} />
      ))}
      {problems.map(({ column, code }) => (
        <div key={`${column ?? ''} ${code}`} className={styles.wrong}>
          {column === null ? '' : `${column}: `}
          {problemText(i18n, new ApiProblem({ code })).text}
        </div>
      ))}
    </div>
  );
}
