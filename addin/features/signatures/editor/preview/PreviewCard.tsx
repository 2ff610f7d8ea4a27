import { Badge, Body1Strong, Caption1, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RenderedDesign } from '../../../../../server/src/contract/signatures/signatures.ts';
import { useFormats } from '../../../../i18n/useFormats.ts';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { SignatureFrame } from '../../../../ui/signature/SignatureFrame.tsx';
import { useEditor } from '../EditorContext.tsx';
import { findPiece } from '../model/pieces/outlineOf.ts';
import { pieceText } from '../outline/pieceText.ts';
import type { PreviewLook } from './previewLook.ts';

type Rendered = RenderedDesign['items'][number];

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  shown: { boxShadow: `0 0 0 2px ${tokens.colorBrandStroke1}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
  },
  both: { display: 'grid', gridTemplateColumns: '1fr 1fr' },
  notes: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    borderTop: `1px dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  below: {
    display: 'flex',
    width: '100%',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    minHeight: '24px',
    alignItems: 'center',
  },
  size: { color: tokens.colorNeutralForeground2 },
});

/** Why a piece is not shown for somebody. */
function Ghost({ ghost, name }: { ghost: Rendered['ghosts'][number]; name: string }) {
  const { t, i18n } = useTranslation('editor');
  const { list } = useFormats();
  const { composition, open } = useEditor();
  const { labelOf } = useFieldCatalogue();
  const placed = composition ? findPiece(composition, ghost.id) : undefined;
  if (!placed) return null;
  const { kind, words } = pieceText(i18n, placed, labelOf);
  const fields = list(ghost.fields.map((field) => labelOf(field)));
  return (
    <li>
      <Caption1>
        <Link as="button" inline onClick={() => open(ghost.id)}>
          {words === '' ? kind : words}
        </Link>{' '}
        {t(ghost.reason === 'blank' && fields !== '' ? 'ghost.fields' : `ghost.${ghost.reason}`, { name, fields })}
      </Caption1>
    </li>
  );
}

function Frames({ item, look }: { item: Rendered; look: PreviewLook }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const format = look.view === 'text' ? 'text' : 'html';
  const content = format === 'text' ? item.text : item.html;
  const mailWidth = look.view === 'phone' ? 360 : look.view === 'desktop' ? 640 : undefined;
  const themes = look.theme === 'both' ? [false, true] : [look.theme === 'dark'];
  return (
    <div className={themes.length > 1 ? styles.both : undefined}>
      {themes.map((isDark) => (
        <SignatureFrame
          key={String(isDark)}
          title={t(isDark ? 'preview.frameDark' : 'preview.frame', { name: item.teammate.displayName })}
          content={content}
          format={format}
          isDark={isDark}
          height="content"
          {...(mailWidth === undefined ? {} : { mailWidth })}
        />
      ))}
    </div>
  );
}

/** In the reader's language where we have words; where a template cannot be read, with the place the API names. */
export function problemText(texts: i18n, { code, message }: NonNullable<Rendered['problem']>): string {
  const key = `signatures:finding.${code}`;
  if (!texts.exists(key)) return message;
  return code === 'template-invalid' ? `${texts.t(key)} ${message}` : texts.t(key);
}

function Notes({ item }: { item: Rendered }) {
  const { t, i18n } = useTranslation('editor');
  const styles = useStyles();
  const { open } = useEditor();
  const { teammate, ghosts, problem } = item;
  const blockId = problem?.blockId ?? null;
  if (ghosts.length === 0 && problem === null) return null;
  return (
    <ul className={styles.notes}>
      {problem && (
        <li className={styles.wrong}>
          <Caption1>
            {problemText(i18n, problem)}{' '}
            {blockId !== null && (
              <Link as="button" inline onClick={() => open(blockId)}>
                {t('preview.where')}
              </Link>
            )}
          </Caption1>
        </li>
      )}
      {ghosts.map((ghost) => (
        <Ghost key={ghost.id} ghost={ghost} name={teammate.displayName} />
      ))}
    </ul>
  );
}

/** One person's signature, and what is left out of it for them. */
export function PreviewCard({ item, look }: { item: Rendered; look: PreviewLook }) {
  const { t } = useTranslation('editor');
  const { number } = useFormats();
  const styles = useStyles();
  const { person, show } = useEditor();
  const { teammate, chosenAs } = item;
  const isShown = person?.id === teammate.id;
  return (
    <section aria-label={teammate.displayName} className={mergeClasses(styles.card, isShown && styles.shown)}>
      <div className={styles.head}>
        <Body1Strong className={styles.name} dir="auto">
          {teammate.displayName}
        </Body1Strong>
        {chosenAs && <Badge appearance="outline">{t(`preview.chosen.${chosenAs}`)}</Badge>}
        <span className={styles.below}>
          <Caption1 className={styles.size}>
            {t('preview.characters', { count: item.html.length, formatted: number(item.html.length) })}
          </Caption1>
          {!isShown && (
            <Link as="button" onClick={() => show(teammate)}>
              {t('preview.show')}
            </Link>
          )}
        </span>
      </div>
      <Frames item={item} look={look} />
      <Notes item={item} />
    </section>
  );
}
