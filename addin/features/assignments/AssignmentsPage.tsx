import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentRule, SavedAssignments } from '../../../server/src/contract/signatures/assignments.ts';
import { useMayDesign } from '../../api/client/useMayDesign.ts';
import { useAssignmentEffect, useAssignments } from '../../api/signatures/assignmentsApi.ts';
import { useSignatures } from '../../api/signatures/signatureListApi.ts';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { PeopleTeamRegular } from '../../ui/icons.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { ownTimeZone } from '../../ui/inputs/ownTimeZone.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { SaveBar } from '../../ui/saving/SaveBar.tsx';
import { DraftButtons } from '../../ui/saving/DraftButtons.tsx';
import { SaveProblem } from '../../ui/saving/SaveProblem.tsx';
import { useSettled } from '../../ui/state/useSettled.ts';
import {
  canRestore,
  dropRule,
  moveRule,
  mostRules,
  newRule,
  putRule,
  removedRule,
  removeRule,
  restoreRule,
  type RemovedRule,
} from './assignmentEdits.ts';
import { AlsoField } from './AlsoField.tsx';
import { AddRegular } from './assignmentIcons.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { InsidePanel } from './InsidePanel.tsx';
import { OutcomeField } from './OutcomeField.tsx';
import { RuleDialog } from './RuleDialog.tsx';
import { RuleRow } from './RuleRow.tsx';
import { useAssignmentsEditor, type AssignmentsEditor } from './useAssignmentsEditor.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (min-width: 1180px)': { gridTemplateColumns: 'minmax(0, 1fr) 340px' },
  },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  rules: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

const otherMailboxes = ['mine', 'theirs', 'none'] as const;

function Bar({ editor, changed }: { editor: AssignmentsEditor; changed: number | undefined }) {
  const { t } = useTranslation('assignments');
  const text =
    changed === undefined ? t('bar.unsaved') : t('bar.changes', { count: changed, formatted: String(changed) });
  return (
    <SaveBar label={t('bar.label')} isWaiting text={text}>
      <DraftButtons editor={editor} discard={t('bar.discard')} save={t('bar.save')} />
    </SaveBar>
  );
}

interface RuleListProps {
  readonly editor: AssignmentsEditor;
  readonly effect: ReturnType<typeof useAssignmentEffect>;
  readonly onEdit: (rule: AssignmentRule) => void;
}

function RuleList({ editor, effect, onEdit }: RuleListProps) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const isReadOnly = !useMayDesign();
  const signatures = useSignatures().data?.items ?? [];
  const [removed, setRemoved] = useState<RemovedRule | null>(null);
  const { value: assignments, change } = editor;
  const names = new Map(signatures.map(({ id, name }) => [id, name]));
  const drafts = new Set(signatures.filter(({ state }) => state === 'draft').map(({ id }) => id));
  const actions = {
    onMove: (id: string, by: -1 | 1) => change((now) => moveRule(now, id, by)),
    onDrop: (id: string, at: { onId: string; after: boolean }) => change((now) => dropRule(now, id, at)),
    onEdit,
    onRemove: (rule: AssignmentRule) => {
      setRemoved(removedRule(assignments, rule));
      change((now) => removeRule(now, rule.id));
    },
  };
  return (
    <>
      {removed && canRestore(assignments, removed) && (
        <MessageBar intent="info">
          <MessageBarBody>{t('removed')}</MessageBarBody>
          <MessageBarActions>
            <Button
              onClick={() => {
                change((now) => restoreRule(now, removed));
                setRemoved(null);
              }}
            >
              {t('undo')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {assignments.rules.length === 0 ? (
        <EmptyState icon={<PeopleTeamRegular />} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <ol className={styles.rules} aria-label={t('list')}>
          {assignments.rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              position={at + 1}
              isLast={at === assignments.rules.length - 1}
              names={names}
              unpublished={rule.outcome.kind === 'signature' && drafts.has(rule.outcome.signatureId)}
              effect={effect.data}
              isSaved={!editor.isDirty}
              actions={isReadOnly ? null : actions}
            />
          ))}
        </ol>
      )}
    </>
  );
}

function Editor({ saved }: { saved: SavedAssignments }) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const editor = useAssignmentsEditor(saved);
  const isReadOnly = !useMayDesign();
  const signatures = useSignatures().data?.items ?? [];
  const [editing, setEditing] = useState<AssignmentRule | null>(null);
  const { value: assignments, change, isDirty } = editor;
  const effect = useAssignmentEffect(useSettled(assignments, { milliseconds: 400 }));
  const begin = () => {
    const published = signatures.find(({ state }) => state !== 'draft') ?? signatures[0];
    const outcome = published
      ? { kind: 'signature' as const, signatureId: published.id }
      : { kind: 'builtIn' as const };
    setEditing(newRule(crypto.randomUUID(), outcome, ownTimeZone()));
  };
  return (
    <>
      <SaveProblem editor={editor} conflict={t('conflict')} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <RuleList editor={editor} effect={effect} onEdit={setEditing} />
          {!isReadOnly && assignments.rules.length < mostRules && (
            <span>
              <Button icon={<AddRegular />} onClick={begin}>
                {t('add')}
              </Button>
            </span>
          )}
          <Panel title={t('otherwise.title')}>
            <OutcomeField
              label={t('otherwise.label')}
              outcome={assignments.otherwise}
              disabled={isReadOnly}
              onChange={(otherwise) => change((now) => ({ ...now, otherwise }))}
            />
            <AlsoField
              also={assignments.also}
              disabled={isReadOnly}
              onChange={(also) => change((now) => ({ ...now, also }))}
            />
          </Panel>
          <Panel title={t('otherMailbox.title')}>
            <ChoiceField
              label={t('otherMailbox.label')}
              value={assignments.otherMailbox ?? 'mine'}
              disabled={isReadOnly}
              choices={otherMailboxes.map((value) => ({ value, text: t(`otherMailbox.${value}`) }))}
              onChange={(otherMailbox) => change((now) => ({ ...now, otherMailbox }))}
            />
          </Panel>
          <InsidePanel assignments={assignments} isReadOnly={isReadOnly} change={change} onRight={editor.onRight} />
        </div>
        <EffectPanel effect={effect} isDirty={isDirty} />
      </div>
      {isDirty && !isReadOnly && <Bar editor={editor} changed={effect.data?.changed.count} />}
      {editing && (
        <RuleDialog
          rule={editing}
          isNew={!assignments.rules.some(({ id }) => id === editing.id)}
          onClose={() => setEditing(null)}
          onDone={(rule) => {
            change((now) => putRule(now, rule));
            setEditing(null);
          }}
        />
      )}
    </>
  );
}

/** Who gets which signature: the first rule that holds decides. */
export function AssignmentsPage() {
  const { t } = useTranslation('assignments');
  const saved = useAssignments();
  const mayDesign = useMayDesign();
  return (
    <Page
      title={t('title')}
      lead={t(mayDesign ? 'lead' : 'readOnly')}
      actions={<RouterButton to="/assignments/people">{t('people.title')}</RouterButton>}
    >
      <Loaded query={saved}>{(data) => <Editor saved={data} />}</Loaded>
    </Page>
  );
}
