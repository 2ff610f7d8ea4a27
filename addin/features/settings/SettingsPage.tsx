import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SavedSettings } from '../../../server/src/contract/manage/settings.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useSavedSettings } from '../../api/manage/settingsApi.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { SaveBar } from '../../ui/saving/SaveBar.tsx';
import { DraftButtons } from '../../ui/saving/DraftButtons.tsx';
import { SaveProblem } from '../../ui/saving/SaveProblem.tsx';
import { useIsWide } from '../../ui/window/useIsWide.ts';
import { AboutUndersign } from './AboutUndersign.tsx';
import { GuardSettings } from './GuardSettings.tsx';
import { HistorySettings } from './HistorySettings.tsx';
import { LeavingSettings } from './LeavingSettings.tsx';
import { ScheduleSettings } from './ScheduleSettings.tsx';
import { useSettingsEditor, type SettingsEditor } from './useSettingsEditor.ts';

const useStyles = makeStyles({
  panels: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  problem: { position: 'sticky', top: tokens.spacingVerticalS, zIndex: 3, ':empty': { display: 'none' } },
});

function Bar({ editor }: { editor: SettingsEditor }) {
  const { t } = useTranslation('settings');
  const size = useIsWide(560) ? 'medium' : 'small';
  const { isDirty, isValid } = editor;
  const state = isDirty && !isValid ? 'invalid' : isDirty ? 'unsaved' : 'saved';
  return (
    <SaveBar label={t('bar.label')} isWaiting={isDirty} text={t(`bar.${state}`)}>
      {isDirty && <DraftButtons size={size} editor={editor} discard={t('bar.discard')} save={t('bar.save')} />}
    </SaveBar>
  );
}

function Editor({ saved }: { saved: SavedSettings }) {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const editor = useSettingsEditor(saved);
  const isReadOnly = useSession().role !== 'admin';
  const section = { editor, isReadOnly };
  return (
    <div className={styles.panels}>
      <div className={styles.problem}>
        <SaveProblem editor={editor} conflict={t('conflict.title')} />
      </div>
      <LeavingSettings {...section} />
      <ScheduleSettings {...section} />
      <GuardSettings {...section} />
      <HistorySettings {...section} />
      <AboutUndersign />
      {!isReadOnly && <Bar editor={editor} />}
    </div>
  );
}

/** How the sync behaves; auditors may look. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const saved = useSavedSettings();
  const isAdmin = useSession().role === 'admin';
  return (
    <Page title={t('title')} lead={t(isAdmin ? 'lead' : 'readOnly')}>
      <Loaded query={saved}>{(data) => <Editor saved={data} />}</Loaded>
    </Page>
  );
}
