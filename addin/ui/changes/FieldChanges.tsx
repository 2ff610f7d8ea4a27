import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FieldChange } from '../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { changeOfPerson } from './fieldName.ts';
import { useChangeName } from './useChangeName.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase300,
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      paddingBlock: tokens.spacingVerticalXS,
      paddingInlineEnd: tokens.spacingHorizontalS,
      overflowWrap: 'anywhere',
    },
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  field: { fontWeight: tokens.fontWeightSemibold },
  old: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  empty: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

function Value({ value, isOld }: { value: FieldChange['old']; isOld: boolean }) {
  const { t } = useTranslation('changes');
  const styles = useStyles();
  const formats = useFormats();
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className={styles.empty}>{t('value.empty')}</span>;
  }
  const text =
    typeof value === 'boolean' ? t(`value.${String(value)}`) : Array.isArray(value) ? formats.list(value) : value;
  return isOld ? <span className={styles.old}>{text}</span> : <>{text}</>;
}

interface FieldChangesProps {
  readonly changes: readonly FieldChange[];
  readonly isNew: boolean;
  readonly words: 'plan' | 'done';
  /** Names by id of those whose fields they are, where that is not one and the same person. */
  readonly people?: ReadonlyMap<string, string>;
}

const nobodyNamed: ReadonlyMap<string, string> = new Map();

/** Field by field, what was and what comes; somebody new has no before. */
export function FieldChanges({ changes, isNew, words, people = nobodyNamed }: FieldChangesProps) {
  const { t } = useTranslation('changes');
  const styles = useStyles();
  const nameOf = useChangeName(changes.map(({ field }) => field));
  if (changes.length === 0) return <p className={styles.text}>{t('none')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {t('field')}
          </th>
          {!isNew && (
            <th scope="col" className={styles.head}>
              {t(`${words}.old`)}
            </th>
          )}
          <th scope="col" className={styles.head}>
            {t(`${words}.new`)}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row" className={styles.field}>
              {changeOfPerson(change.field, { people, nameOf })}
            </th>
            {!isNew && (
              <td>
                <Value value={change.old} isOld />
              </td>
            )}
            <td>
              <Value value={change.new} isOld={false} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
