import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);
const isOnline = () => onlineManager.isOnline();

/** While there is no network nothing is asked for, so pages may wait for something without end: this says why. */
export function OfflineNotice() {
  const { t } = useTranslation();
  if (useSyncExternalStore(subscribe, isOnline)) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{t('offline.title')}</MessageBarTitle>
        {t('offline.text')}
      </MessageBarBody>
    </MessageBar>
  );
}
