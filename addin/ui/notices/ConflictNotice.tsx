import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

interface ConflictNoticeProps {
  readonly title: string;
  readonly onReload: () => void;
  readonly onKeep: () => void;
}

/** Somebody else saved meanwhile: theirs or ours, but never one lost unseen. */
export function ConflictNotice({ title, onReload, onKeep }: ConflictNoticeProps) {
  const { t } = useTranslation();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {t('conflict.text')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onReload}>{t('conflict.reload')}</Button>
        <Button onClick={onKeep}>{t('conflict.keep')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
