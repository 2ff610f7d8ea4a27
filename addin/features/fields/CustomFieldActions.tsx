import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/apiProblem.ts';
import { useRemoveSmartField } from '../../api/smartFieldsApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { fieldName } from '../../ui/fieldName.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { CustomFieldDialog } from './CustomFieldDialog.tsx';
import { dropCustom, renameCustom, type ShownField } from './fieldEdits.ts';
import type { FieldsEditor } from './useFieldsEditor.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface CustomFieldActionsProps {
  readonly field: ShownField;
  readonly customKey: string;
  readonly editor: FieldsEditor;
  readonly revision: number;
}

const countIn = (problem: unknown): number | null => {
  if (!(problem instanceof ApiProblem) || problem.code !== 'field-values-changed') return null;
  const { count } = problem.values;
  return typeof count === 'number' ? count : Number(count);
};

/** Removes it at the server with its values, and from what is being changed here, which goes on over the newer revision. */
function useRemoval({ field, customKey, editor, revision }: CustomFieldActionsProps) {
  const removing = useRemoveSmartField();
  // More have one than were counted at first, such as people who are switched off: then the server says how many.
  const values = countIn(removing.error) ?? field.overridden;
  const remove = () =>
    removing.mutate(
      { key: customKey, revision, values },
      {
        onSuccess: () => {
          if (!editor.isDirty) return editor.discard();
          editor.change((draft) => dropCustom(draft, customKey));
          return void editor.keepMine();
        },
      },
    );
  return { values, remove, problem: removing.error };
}

/** Another name for a field of the tenant's own, or its end with everything people filled in. */
export function CustomFieldActions(props: CustomFieldActionsProps) {
  const { field, customKey, editor } = props;
  const { t, i18n } = useTranslation('smartFields');
  const { number } = useFormats();
  const styles = useStyles();
  const [isRenaming, setIsRenaming] = useState(false);
  const { values, remove, problem } = useRemoval(props);
  const { labels, type, isNew } = field;
  if (labels === null) return null;
  const name = fieldName(i18n, field.key, labels);
  return (
    <>
      {problem !== null && <ProblemNotice error={problem} />}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => setIsRenaming(true)}>
          {t('custom.rename')}
        </Button>
        {isNew ? (
          <Button size="small" onClick={() => editor.change((draft) => dropCustom(draft, customKey))}>
            {t('custom.remove')}
          </Button>
        ) : (
          <ConfirmDialog
            trigger={<Button size="small">{t('custom.remove')}</Button>}
            title={t('custom.removeTitle', { name })}
            text={
              values === 0
                ? t('custom.removeNone')
                : t('custom.removeText', { count: values, formatted: number(values) })
            }
            confirm={t('custom.removeConfirm')}
            cancel={t('common:cancel')}
            onConfirm={remove}
            isDangerous
          />
        )}
      </div>
      {isRenaming && (
        <CustomFieldDialog
          field={{ key: customKey, labels, type }}
          onDone={(next) => editor.change((draft) => renameCustom(draft, customKey, next.labels))}
          onClose={() => setIsRenaming(false)}
        />
      )}
    </>
  );
}
