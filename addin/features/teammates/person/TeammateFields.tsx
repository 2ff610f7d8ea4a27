import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue, Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useFormats } from '../../../i18n/useFormats.ts';
import { fieldName } from '../../../ui/changes/fieldName.ts';
import { ValueList, ValueRow } from '../../../ui/fields/ValueRow.tsx';
import { HistoryRegular } from '../../../ui/icons.ts';
import { FieldEditor } from './FieldEditor.tsx';

const useStyles = makeStyles({
  source: { color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'flex-start' },
});

const authorWords = {
  override: { by: 'by', approved: 'approved' },
  hidden: { by: 'leftBy', approved: 'leftApproved' },
} as const;

/** By whom a value was set here, or left out. */
function Author({ field, kind }: { field: FieldValue; kind: keyof typeof authorWords }) {
  const { t } = useTranslation('teammates');
  const formats = useFormats();
  const { setBy, setAt, approvedBy } = field;
  const words = authorWords[kind];
  const when = setAt === null ? '' : formats.instant(setAt);
  if (setBy === null) return t(`detail.source.${kind}`);
  return approvedBy === null
    ? t(`override.${words.by}`, { name: setBy, when })
    : t(`override.${words.approved}`, { name: setBy, admin: approvedBy, when });
}

/** Where a value comes from; of one that was set or left out here also by whom, and what the directory says instead. */
function Source({ field }: { field: FieldValue }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const formats = useFormats();
  const { source, until, directory, attribute, isOmitted } = field;
  if (isOmitted) return <Caption1 className={styles.source}>{t('detail.source.omitted')}</Caption1>;
  if (source === 'none') return null;
  if (source === 'directory') {
    return (
      <Caption1 className={styles.source} {...(attribute ? { title: t('detail.attribute', { name: attribute }) } : {})}>
        {t('detail.source.directory')}
      </Caption1>
    );
  }
  if (source !== 'override' && source !== 'hidden')
    return <Caption1 className={styles.source}>{t(`detail.source.${source}`)}</Caption1>;
  return (
    <Caption1 className={styles.source}>
      <Author field={field} kind={source} />{' '}
      {until !== null && `${t('override.until', { day: formats.calendarDay(until.date) })} `}
      {t('override.drift', { value: directory === '' ? t('detail.empty') : directory })}
    </Caption1>
  );
}

interface RowProps {
  readonly teammate: Teammate;
  readonly field: FieldValue;
  readonly isSought: boolean;
  readonly onHistory: (attribute: string) => void;
}

function FieldRow({ teammate, field, isSought, onHistory }: RowProps) {
  const { t, i18n } = useTranslation('teammates');
  const isAdmin = useSession().role === 'admin';
  const name = fieldName(i18n, field.key, field.labels);
  const { attribute } = field;
  return (
    <ValueRow
      name={name}
      value={field.value}
      {...(field.source === 'hidden' ? { blank: t('override.out') } : {})}
      about={<Source field={field} />}
      isSought={isSought}
      actions={
        attribute !== null &&
        attribute !== 'manager' && (
          <Button
            appearance="subtle"
            icon={<HistoryRegular />}
            aria-label={t('history.of', { field: name })}
            title={t('history.of', { field: name })}
            onClick={() => onHistory(attribute)}
          />
        )
      }
      editor={
        isAdmin && field.kind !== null
          ? (onDone) => <FieldEditor teammate={teammate} field={field} onDone={onDone} />
          : null
      }
    />
  );
}

interface TeammateFieldsProps extends Omit<RowProps, 'field' | 'isSought'> {
  /** Key of the field somebody came for; null: none. */
  readonly sought: string | null;
}

/** Every smart field with its value and where it comes from. What is empty, was not left out and shown in no signature is folded away. */
export function TeammateFields({ teammate, sought, onHistory }: TeammateFieldsProps) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const { fields, completeness } = teammate;
  const isShown = ({ key, value, source }: FieldValue) =>
    value !== '' || source === 'hidden' || completeness.missing.includes(key) || key === sought;
  const hidden = fields.filter((field) => !isShown(field)).length;
  return (
    <>
      <ValueList>
        {fields
          .filter((field) => showsAll || isShown(field))
          .map((field) => (
            <FieldRow
              key={field.key}
              teammate={teammate}
              field={field}
              isSought={field.key === sought}
              onHistory={onHistory}
            />
          ))}
      </ValueList>
      {hidden > 0 && (
        <Button
          className={styles.more}
          appearance="subtle"
          onClick={() => setShowsAll(!showsAll)}
          aria-expanded={showsAll}
        >
          {t(showsAll ? 'detail.lessFields' : 'detail.moreFields', { count: hidden })}
        </Button>
      )}
    </>
  );
}
