import { Button, Subtitle2, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ImageChooser } from '../../../ui/images/ImageChooser.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { useIsWide } from '../../../ui/window/useIsWide.ts';
import { AddMenu } from './outline/AddMenu.tsx';
import { Outline } from './outline/Outline.tsx';
import { PieceToolbar } from './outline/PieceToolbar.tsx';
import { FieldsPanel } from './FieldsPanel.tsx';
import { useEditor } from './EditorContext.tsx';
import { mailOf, ownOf } from './model/draft/draftContent.ts';
import { Preview } from './preview/Preview.tsx';
import type { Previews } from './preview/usePreviews.ts';
import { Properties } from './properties/Properties.tsx';
import { useInsert } from './useInsert.ts';

// The rich-text library and what drags come with it, while the outline is there already.
const Canvas = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'canvas' */ './canvas/Canvas.tsx')).Canvas,
}));
// For experts who write the whole mail themselves; nobody else waits for it.
const HtmlEditor = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'html-editor' */ './HtmlEditor.tsx')).HtmlEditor,
}));

export const editorTabs = ['outline', 'canvas', 'properties', 'preview'] as const;
export type EditorTab = (typeof editorTabs)[number];

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '260px minmax(0, 1fr) 320px',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (min-width: 1600px)': { gridTemplateColumns: '320px minmax(0, 1fr) 360px' },
  },
  two: { gridTemplateColumns: '300px minmax(0, 1fr)' },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  heading: { margin: 0 },
  tabs: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  stays: {
    position: 'sticky',
    top: tokens.spacingVerticalS,
    maxHeight: `calc(100vh - 2 * ${tokens.spacingVerticalS})`,
    overflowY: 'auto',
  },
});

/** Asks for the picture of a banner before there is one. */
function AddPiece() {
  const { t } = useTranslation('editor');
  const insert = useInsert();
  return (
    <>
      <AddMenu />
      <ImageChooser
        title={t('image.choose')}
        trigger={<Button size="small">{t('add.banner')}</Button>}
        onChoose={({ id }) => insert.banner(id)}
      />
    </>
  );
}

function OutlinePane({ ghosts }: { ghosts: ReadonlySet<string> }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { isReadOnly } = useEditor();
  return (
    <section className={styles.pane} aria-label={t('outline.title')}>
      <Subtitle2 as="h3" className={styles.heading}>
        {t('outline.title')}
      </Subtitle2>
      {!isReadOnly && (
        <div className={styles.head}>
          <AddPiece />
          <PieceToolbar />
        </div>
      )}
      <Outline ghosts={ghosts} />
    </section>
  );
}

function CanvasPane({ ghosts }: { ghosts: ReadonlySet<string> }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { composition, person } = useEditor();
  if (!composition) return null;
  return (
    <section className={styles.pane} aria-label={t('canvas.title')}>
      <Subtitle2 as="h3" className={styles.heading}>
        {person ? t('canvas.of', { name: person.displayName }) : t('canvas.title')}
      </Subtitle2>
      <Suspense fallback={<RowSkeletons />}>
        <Canvas composition={composition} ghosts={ghosts} />
      </Suspense>
    </section>
  );
}

function FieldsPane() {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  return (
    <section className={styles.pane} aria-label={t('fields.label')}>
      <Subtitle2 as="h3" className={styles.heading}>
        {t('fields.label')}
      </Subtitle2>
      <FieldsPanel />
    </section>
  );
}

function PropertiesPane({ children, stays = false }: { children?: ReactNode; stays?: boolean }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.pane, stays && styles.stays)} aria-label={t('properties')}>
      {children ?? <Properties />}
    </section>
  );
}

interface EditorLayoutProps {
  readonly previews: Previews;
  readonly ghosts: ReadonlySet<string>;
  readonly tab: EditorTab;
  readonly onTab: (tab: EditorTab) => void;
}

function Tabbed({ previews, ghosts, tab, onTab }: EditorLayoutProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { composition, isReadOnly } = useEditor();
  return (
    <div className={styles.stack}>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={t('tabs.label')}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => onTab(editorTabs.find((one) => one === value) ?? 'outline')}
      >
        {editorTabs.map((value) => (
          <Tab key={value} value={value}>
            {t(`tabs.${value}`)}
          </Tab>
        ))}
      </TabList>
      {tab === 'outline' && <OutlinePane ghosts={ghosts} />}
      {tab === 'canvas' && <CanvasPane ghosts={ghosts} />}
      {(tab === 'outline' || tab === 'canvas') && composition && !isReadOnly && <FieldsPane />}
      {tab === 'properties' && <PropertiesPane />}
      {tab === 'preview' && <Preview previews={previews} />}
    </div>
  );
}

/** A mail that is not put together from pieces: the same as another, nothing, or HTML. */
function Whole({ previews }: { previews: Previews }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { draft, composeType } = useEditor();
  const own = ownOf(draft.draft.design, composeType);
  const isNothing = mailOf(draft.draft.design, composeType) === null;
  return (
    <div className={styles.stack}>
      <PropertiesPane>
        {own.kind === 'html' ? (
          <Suspense fallback={<RowSkeletons />}>
            <HtmlEditor html={own.html} previews={previews} />
          </Suspense>
        ) : (
          <span>{t(`mail.explain.${own.kind}`)}</span>
        )}
      </PropertiesPane>
      {!isNothing && <Preview previews={previews} />}
    </div>
  );
}

/** Outline, canvas and properties side by side where there is room, else one at a time; or previews alone. */
export function EditorLayout(props: EditorLayoutProps) {
  const { previews, ghosts } = props;
  const styles = useStyles();
  const { composition, isReadOnly } = useEditor();
  const [isLarge, setIsLarge] = useState(false);
  const hasThree = useIsWide(1280);
  const hasTwo = useIsWide(860);
  if (!composition) return <Whole previews={previews} />;
  if (!hasTwo) return <Tabbed {...props} />;
  const preview = <Preview previews={previews} isLarge={isLarge} onLarge={setIsLarge} />;
  if (isLarge) return <div data-takes-width>{preview}</div>;
  return (
    <div className={mergeClasses(styles.columns, !hasThree && styles.two)} data-takes-width>
      <div className={mergeClasses(styles.stack, styles.stays)}>
        <OutlinePane ghosts={ghosts} />
        {!hasThree && <PropertiesPane />}
        {!isReadOnly && <FieldsPane />}
      </div>
      <div className={styles.stack}>
        <CanvasPane ghosts={ghosts} />
        {preview}
      </div>
      {hasThree && <PropertiesPane stays />}
    </div>
  );
}
