import { Button, Caption1, Spinner, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenderedDesign } from '../../../../../server/src/contract/signatures/signatures.ts';
import { ChoiceField } from '../../../../ui/inputs/ChoiceField.tsx';
import { ProblemNotice } from '../../../../ui/notices/ProblemNotice.tsx';
import { TeammatePicker } from '../../../../ui/people/TeammatePicker.tsx';
import { ArrowMaximizeRegular, ArrowMinimizeRegular } from '../../signatureIcons.ts';
import { useEditor } from '../EditorContext.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { themes, views, type PreviewLook } from './previewLook.ts';
import type { Previews } from './usePreviews.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  controls: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  person: { display: 'flex', flexDirection: 'column', gap: '2px', flexGrow: 1, flexBasis: '180px', minWidth: 0 },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 430px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** The person shown stands first; each person once. */
function inOrder(items: RenderedDesign['items'], shownId: string | undefined): RenderedDesign['items'] {
  const once = items.filter(({ teammate }, at) => items.findIndex((other) => other.teammate.id === teammate.id) === at);
  return [
    ...once.filter(({ teammate }) => teammate.id === shownId),
    ...once.filter(({ teammate }) => teammate.id !== shownId),
  ];
}

function LargeButton({ isLarge, onLarge }: { isLarge: boolean; onLarge: (isLarge: boolean) => void }) {
  const { t } = useTranslation('editor');
  return (
    <ToggleButton
      size="small"
      checked={isLarge}
      icon={isLarge ? <ArrowMinimizeRegular /> : <ArrowMaximizeRegular />}
      onClick={() => onLarge(!isLarge)}
    >
      {t('preview.large')}
    </ToggleButton>
  );
}

interface PreviewProps {
  readonly previews: Previews;
  readonly isLarge?: boolean;
  /** Gives previews all the room there is, so that two people stand side by side; left out: they have it. */
  readonly onLarge?: (isLarge: boolean) => void;
}

/** How it looks for the fullest, the emptiest and the longest teammate, and for anybody else who is added. */
export function Preview({ previews, isLarge = false, onLarge }: PreviewProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { person, show } = useEditor();
  const [look, setLook] = useState<PreviewLook>({ view: 'desktop', theme: 'light' });
  const { items, isBusy, error, retry, more } = previews;
  return (
    <section className={styles.root} aria-label={t('preview.label')}>
      <div className={styles.controls}>
        <div className={styles.person}>
          <Caption1 aria-hidden>{t('preview.person')}</Caption1>
          <TeammatePicker
            label={t('preview.person')}
            size="small"
            value=""
            onPick={({ id, displayName }) => {
              more.add(id);
              show({ id, displayName });
            }}
          />
        </div>
        <ChoiceField
          label={t('preview.view')}
          value={look.view}
          choices={views.map((value) => ({ value, text: t(`preview.as.${value}`) }))}
          onChange={(view) => setLook({ ...look, view })}
        />
        <ChoiceField
          label={t('preview.theme')}
          value={look.theme}
          choices={themes.map((value) => ({ value, text: t(`preview.in.${value}`) }))}
          onChange={(theme) => setLook({ ...look, theme })}
        />
        {more.ids.length > 0 && <Button onClick={more.clear}>{t('preview.clear')}</Button>}
        {onLarge && <LargeButton isLarge={isLarge} onLarge={onLarge} />}
        {isBusy && <Spinner size="tiny" aria-label={t('preview.busy')} />}
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={retry} />}
      {items !== null && items.length === 0 && <Caption1 className={styles.hint}>{t('preview.nobody')}</Caption1>}
      <div className={styles.cards}>
        {inOrder(items ?? [], person?.id).map((item) => (
          <PreviewCard key={item.teammate.id} item={item} look={look} />
        ))}
      </div>
    </section>
  );
}
