import { Switch, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ComposeType } from '../../../server/src/contract/signatures/me.ts';

/** Of the three that people know apart by what they get. */
const kinds: readonly ComposeType[] = ['newMail', 'reply'];

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

export interface PreviewChoice {
  readonly composeType: ComposeType;
  readonly isDark: boolean;
}

interface PreviewToolsProps {
  /** Of tabs, before the kind of mail. */
  readonly id: string;
  readonly choice: PreviewChoice;
  readonly onChoice: (choice: PreviewChoice) => void;
}

/** In which kind of mail and in which theme one sees one's signature. */
export function PreviewTools({ id, choice, onChoice }: PreviewToolsProps) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  const kindOf = (value: unknown): ComposeType => kinds.find((kind) => kind === value) ?? 'newMail';
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label={t('composeType.label')}
        selectedValue={choice.composeType}
        onTabSelect={(_, { value }) => onChoice({ ...choice, composeType: kindOf(value) })}
      >
        {kinds.map((kind) => (
          <Tab key={kind} id={`${id}-${kind}`} value={kind}>
            {t(`composeType.${kind}`)}
          </Tab>
        ))}
      </TabList>
      <Switch
        label={t('dark')}
        checked={choice.isDark}
        onChange={(_, { checked }) => onChoice({ ...choice, isDark: checked })}
      />
    </>
  );
}
