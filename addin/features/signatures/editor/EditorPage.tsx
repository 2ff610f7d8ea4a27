import { Button, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Composition } from '../../../../server/src/contract/signatures/composition.ts';
import type { ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import type { Brand, Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import { useBrand } from '../../../api/signatures/brandApi.ts';
import { useSignature } from '../../../api/signatures/signaturesApi.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { withCommandKey } from './withCommandKey.ts';
import { RenameDialog } from '../list/RenameDialog.tsx';
import { ArrowRedoRegular, ArrowUndoRegular, RenameRegular } from '../signatureIcons.ts';
import { DropProvider } from './drag/DropContext.tsx';
import { EditorProvider, type Caret, type Editor, type OpenLine, type ShownPerson } from './EditorContext.tsx';
import { EditorLayout, type EditorTab } from './EditorLayout.tsx';
import { MailTabs } from './MailTabs.tsx';
import { ownOf, withOwn } from './model/draft/draftContent.ts';
import { findPiece } from './model/pieces/outlineOf.ts';
import { usePreviews, type Previews } from './preview/usePreviews.ts';
import { SaveTrouble, SaveWord } from './SaveStatus.tsx';
import { useDraftEditor, type DraftEditor } from './useDraftEditor.ts';
import { useUndoKeys } from './useUndoKeys.ts';

const DragMonitor = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'drag' */ './drag/DragMonitor.tsx')).DragMonitor,
}));

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

const plainBrand: Brand = {
  logo: null,
  colors: { accent: '#0f6cbd', text: '#242424', muted: '#616161' },
  fontFamily: 'Segoe UI, Arial, sans-serif',
  website: '',
};

const isLineOf = (composition: Composition | null, id: string): boolean => {
  const placed = composition ? findPiece(composition, id) : undefined;
  return placed?.level === 'block' && placed.piece.kind === 'text';
};

const unknownPerson = { fields: {}, photos: { person: null, manager: null }, codes: {}, ghosts: [] };

/** Whose values are shown: the one that was asked for, else the first of those that are rendered. */
function useShownPerson(previews: Previews) {
  const [chosen, setChosen] = useState<ShownPerson | null>(null);
  const person = chosen ?? previews.items?.[0]?.teammate ?? null;
  const item = previews.items?.find(({ teammate }) => teammate.id === person?.id);
  const { fields, photos, codes, ghosts } = item ?? unknownPerson;
  const values = new Map(Object.entries(fields));
  return { person, show: setChosen, values, photos, codes, ghosts: new Set(ghosts.map(({ id }) => id)) };
}

/** Where somebody writes; told again and again, and heard only where it changed. */
function useCaret() {
  const [caret, setCaret] = useState<Caret | null>(null);
  const lineRef = useRef<OpenLine | null>(null);
  const hear = (next: Caret | null) => setCaret((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
  return { caret, setCaret: hear, lineRef };
}

const focusProperties = () =>
  requestAnimationFrame(() => {
    const pane = document.querySelector('[data-properties]');
    const first = pane?.querySelector<HTMLElement>('input:not([hidden]), textarea, select, [data-part]');
    (first ?? pane?.querySelector<HTMLElement>('h3'))?.focus();
  });

/** What the parts of the editor share, made anew whenever something of it changes. */
function useOpenEditor(draft: DraftEditor, composeType: ComposeType, onOpen: (tab: EditorTab) => void) {
  const mayDesign = useMayDesign();
  const { data: savedBrand } = useBrand();
  const [selectedId, select] = useState<string | null>(null);
  const { design } = draft.draft;
  const previews = usePreviews(design, composeType);
  const { ghosts, ...shown } = useShownPerson(previews);
  const writing = useCaret();
  const own = ownOf(design, composeType);
  const composition = own.kind === 'composition' ? own.composition : null;
  const wantedRef = useRef<string | null>(null);
  const editor: Editor = {
    draft,
    composeType,
    selectedId,
    select,
    wantedRef,
    open: (id, isLine = isLineOf(composition, id)) => {
      select(id);
      onOpen(isLine ? 'canvas' : 'properties');
      if (isLine) wantedRef.current = id;
      else focusProperties();
    },
    composition,
    edit: (composition, mark) =>
      draft.change(
        { ...draft.draft, design: withOwn(design, composeType, { kind: 'composition', composition }) },
        mark ?? null,
      ),
    ...shown,
    ...writing,
    brand: savedBrand?.brand ?? plainBrand,
    isReadOnly: !mayDesign,
  };
  return { editor, previews, ghosts };
}

function Tools({ draft, onRename, onPublish }: { draft: DraftEditor; onRename: () => void; onPublish: () => void }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  return (
    <div className={styles.tools}>
      <SaveWord draft={draft} />
      <Tooltip content={withCommandKey(t('undo'))} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          disabledFocusable={!draft.canUndo}
          onClick={draft.undo}
        />
      </Tooltip>
      <Tooltip content={withCommandKey(t('redo'))} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowRedoRegular />}
          disabledFocusable={!draft.canRedo}
          onClick={draft.redo}
        />
      </Tooltip>
      <Tooltip content={t('rename')} relationship="label">
        <Button appearance="subtle" icon={<RenameRegular />} onClick={onRename} />
      </Tooltip>
      <Button appearance="primary" onClick={onPublish}>
        {t('publish')}
      </Button>
    </div>
  );
}

function OpenEditor({ signature }: { signature: Signature }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const navigate = useNavigate();
  const draft = useDraftEditor(signature);
  const [composeType, setComposeType] = useState<ComposeType>('newMail');
  const [tab, setTab] = useState<EditorTab>('outline');
  const [isRenaming, setIsRenaming] = useState(false);
  const { editor, previews, ghosts } = useOpenEditor(draft, composeType, setTab);
  useUndoKeys(draft);
  const { name } = draft.draft;
  const publish = async () => {
    if (await draft.flush()) await navigate(`/signatures/${signature.id}/publish`);
  };
  return (
    <EditorProvider editor={editor}>
      <DropProvider>
        <Suspense>
          <DragMonitor />
        </Suspense>
        <Page
          title={name}
          before={<BackLink to={`/signatures/${signature.id}`}>{t('back')}</BackLink>}
          actions={
            editor.isReadOnly ? undefined : (
              <Tools draft={draft} onRename={() => setIsRenaming(true)} onPublish={() => void publish()} />
            )
          }
        >
          <SaveTrouble draft={draft} signatureId={signature.id} />
          <div className={styles.bar}>
            <MailTabs
              onChoose={(next) => {
                setComposeType(next);
                editor.select(null);
              }}
            />
          </div>
          <EditorLayout previews={previews} ghosts={ghosts} tab={tab} onTab={setTab} />
          {isRenaming && (
            <RenameDialog
              name={name}
              onRename={(next) => draft.change({ ...draft.draft, name: next })}
              onClose={() => setIsRenaming(false)}
            />
          )}
        </Page>
      </DropProvider>
    </EditorProvider>
  );
}

/** A signature while it is being made. */
export function EditorPage() {
  const { t } = useTranslation('editor');
  const { id = '' } = useParams();
  const signature = useSignature(id, { isFresh: true });
  // What is in the cache may be older than what another window saved; an edit of that would begin with a conflict.
  if (signature.data && signature.isFetchedAfterMount) return <OpenEditor key={id} signature={signature.data} />;
  return (
    <Page title={t('title')} before={<BackLink to="/signatures">{t('signatures')}</BackLink>}>
      {signature.isError ? (
        <ProblemNotice error={signature.error} onRetry={() => void signature.refetch()} />
      ) : (
        <RowSkeletons />
      )}
    </Page>
  );
}
