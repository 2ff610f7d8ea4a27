import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SmartFields } from '../../../server/src/contract/signatures/fields.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { ApiProblem } from '../../api/client/apiProblem.ts';
import { useSmartFields } from '../../api/signatures/smartFieldsApi.ts';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { FactList } from '../../ui/lists/FactList.tsx';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { problemText } from '../../ui/notices/problemText.ts';
import { SaveBar } from '../../ui/saving/SaveBar.tsx';
import { DraftButtons } from '../../ui/saving/DraftButtons.tsx';
import { SaveProblem } from '../../ui/saving/SaveProblem.tsx';
import { useOpenRows } from '../../ui/lists/useOpenRows.ts';
import { FetchNotice } from './FetchNotice.tsx';
import { AttributeDialog } from './AttributeDialog.tsx';
import { FieldDialog } from './FieldDialog.tsx';
import { addCustom, addDirectory, mostCustom, shownFields, type ShownField } from './fieldEdits.ts';
import { FieldRow } from './FieldRow.tsx';
import { useFieldsEditor, type FieldsEditor } from './useFieldsEditor.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '65ch' },
  attributes: { overflowWrap: 'anywhere' },
  wrong: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

/** What is wrong, by the name of the field it is about. */
function FieldProblems({ editor, fields }: { editor: FieldsEditor; fields: readonly ShownField[] }) {
  const { i18n } = useTranslation('smartFields');
  const styles = useStyles();
  const { problem } = editor;
  if (!(problem instanceof ApiProblem)) return null;
  return problem.errors.map(({ path, code, message }) => {
    const field = fields.find(({ key }) =>
      [`body.rules.${key}.fallback`, `body.${key}`, `body.directory.${key}`].includes(path),
    );
    const { text } = problemText(i18n, new ApiProblem({ code: code ?? 'invalid-request', detail: message }));
    return (
      <p key={path} className={styles.wrong}>
        {field === undefined ? text : `${fieldName(i18n, field.key, field.labels)}: ${text}`}
      </p>
    );
  });
}

function Graph({ graph }: Pick<SmartFields, 'graph'>) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  const namedIn = (names: readonly string[], name: string) =>
    names.length === 0 ? [] : [{ name, value: <code className={styles.attributes}>{names.join(', ')}</code> }];
  const always = graph.select.filter((property) => !graph.because.includes(property));
  return (
    <Panel title={t('graph.title')}>
      <p className={styles.text}>{t('graph.text')}</p>
      <FactList
        facts={[
          { name: t('graph.select'), value: <code className={styles.attributes}>{always.join(', ')}</code> },
          ...namedIn(graph.because, t('graph.because')),
          ...namedIn(graph.omitted, t('graph.omitted')),
          {
            name: t('graph.permissions'),
            value: <code className={styles.attributes}>{graph.permissions.join(', ')}</code>,
          },
        ]}
      />
    </Panel>
  );
}

function Bar({ editor }: { editor: FieldsEditor }) {
  const { t } = useTranslation('smartFields');
  return (
    <SaveBar label={t('bar.label')} isWaiting text={t(editor.isValid ? 'bar.unsaved' : 'bar.invalid')}>
      <DraftButtons editor={editor} discard={t('bar.discard')} save={t('bar.save')} />
    </SaveBar>
  );
}

interface NamedFieldsProps {
  readonly editor: FieldsEditor;
  readonly isReadOnly: boolean;
  readonly children: ReactNode;
}

function OwnFields({ editor, isReadOnly, children }: NamedFieldsProps) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Panel title={t('custom.title')}>
      <p className={styles.text}>{t('custom.text')}</p>
      <div>{children}</div>
      {!isReadOnly && editor.value.custom.length < mostCustom && (
        <span>
          <Button onClick={() => setIsAdding(true)}>{t('custom.add')}</Button>
        </span>
      )}
      {isAdding && (
        <FieldDialog
          title={t('custom.add')}
          action={t('custom.addAction')}
          field={null}
          onDone={(field) => editor.change((draft) => addCustom(draft, field))}
          onClose={() => setIsAdding(false)}
        />
      )}
    </Panel>
  );
}

function DirectoryFields({ editor, isReadOnly, children }: NamedFieldsProps) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Panel title={t('directory.title')}>
      <p className={styles.text}>{t('directory.text')}</p>
      <div>{children}</div>
      {!isReadOnly && (
        <span>
          <Button onClick={() => setIsAdding(true)}>{t('directory.add')}</Button>
        </span>
      )}
      {isAdding && (
        <AttributeDialog
          title={t('directory.add')}
          action={t('directory.addAction')}
          draft={editor.value}
          onDone={(field) => editor.change((draft) => addDirectory(draft, field))}
          onClose={() => setIsAdding(false)}
        />
      )}
    </Panel>
  );
}

function Editor({ saved }: { saved: SmartFields }) {
  const { t, i18n } = useTranslation('smartFields');
  const styles = useStyles();
  const editor = useFieldsEditor(saved);
  const isReadOnly = useSession().role !== 'admin';
  const openOf = useOpenRows();
  const fields = shownFields(saved.fields, editor.value);
  const waiting = saved.fields.filter(({ isFetched, isOmitted }) => !isFetched && !isOmitted);
  const row = (field: ShownField) => (
    <FieldRow
      key={field.key}
      field={field}
      people={saved.people}
      revision={saved.revision}
      editor={editor}
      disabled={isReadOnly}
      {...openOf(field.key)}
    />
  );
  return (
    <div className={styles.stack}>
      <SaveProblem editor={editor} conflict={t('conflict')} />
      <FieldProblems editor={editor} fields={fields} />
      <FetchNotice names={waiting.map(({ key, labels }) => fieldName(i18n, key, labels))} />
      {saved.isPartial && <p className={styles.text}>{t('partial')}</p>}
      <OwnFields editor={editor} isReadOnly={isReadOnly}>
        {fields.filter(({ kind }) => kind === 'custom').map(row)}
      </OwnFields>
      <DirectoryFields editor={editor} isReadOnly={isReadOnly}>
        {fields.filter(({ kind }) => kind !== 'custom').map(row)}
      </DirectoryFields>
      <Graph graph={saved.graph} />
      {editor.isDirty && !isReadOnly && <Bar editor={editor} />}
    </div>
  );
}

/** The fields signatures can show: where each comes from, which value counts, and those of the tenant's own. */
export function SmartFieldsPage() {
  const { t } = useTranslation('smartFields');
  const saved = useSmartFields();
  const isAdmin = useSession().role === 'admin';
  return (
    <Page title={t('title')} lead={t(isAdmin ? 'lead' : 'readOnly')}>
      <Loaded query={saved}>{(data) => <Editor saved={data} />}</Loaded>
    </Page>
  );
}
