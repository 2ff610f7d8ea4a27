import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { composeTypeSchema, type ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import { ChoiceField } from '../../../ui/inputs/ChoiceField.tsx';
import { mailOf, ownOf, withOwn, type Own } from './model/draft/draftContent.ts';
import { newPieceId } from './model/pieces/freshCopy.ts';
import { emptyMail } from './model/pieces/newPieces.ts';
import { useEditor } from './EditorContext.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  tabs: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
});

type Choice = 'own' | 'html' | 'sameAsNew' | 'sameAsReply' | 'none';

const choicesFor: Readonly<Record<ComposeType, readonly Choice[]>> = {
  newMail: ['own', 'html'],
  reply: ['sameAsNew', 'own', 'html', 'none'],
  forward: ['sameAsNew', 'sameAsReply', 'own', 'html', 'none'],
};

const choiceOf = (own: Own): Choice => (own.kind === 'composition' ? 'own' : own.kind);

interface MailTabsProps {
  readonly onChoose: (composeType: ComposeType) => void;
}

/** Which kind of mail is being edited, and what it is made from. */
export function MailTabs({ onChoose }: MailTabsProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { draft, composeType, brand, isReadOnly } = useEditor();
  const { design } = draft.draft;
  const choose = (choice: Choice) => {
    const now = mailOf(design, composeType);
    const own: Own =
      choice === 'own'
        ? now?.kind === 'composition'
          ? now
          : emptyMail(brand, newPieceId)
        : choice === 'html'
          ? { kind: 'html', html: now?.kind === 'html' ? now.html : '<p>{{ person.displayName }}</p>' }
          : { kind: choice };
    draft.change({ ...draft.draft, design: withOwn(design, composeType, own) });
  };
  return (
    <div className={styles.root}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={t('mail.label')}
        selectedValue={composeType}
        onTabSelect={(_event, { value }) => onChoose(composeTypeSchema.parse(value))}
      >
        {composeTypeSchema.options.map((value) => (
          <Tab key={value} value={value}>
            {t(`mail.${value}`)}
          </Tab>
        ))}
      </TabList>
      <ChoiceField
        label={t('mail.madeFrom')}
        value={choiceOf(ownOf(design, composeType))}
        disabled={isReadOnly}
        choices={choicesFor[composeType].map((value) => ({ value, text: t(`mail.choice.${value}`) }))}
        onChange={choose}
      />
    </div>
  );
}
