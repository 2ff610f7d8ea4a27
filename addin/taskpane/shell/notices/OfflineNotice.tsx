import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useIsAway } from '../../../api/live/LiveEvents.tsx';
import { useTranslation } from 'react-i18next';

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);
const isOnline = () => onlineManager.isOnline();

/**
 * While there is no network nothing is asked for, so pages may wait for something without end; while our server is away they
 * may show what is over. This says why.
 */
export function OfflineNotice() {
  const { t } = useTranslation();
  const hasNetwork = useSyncExternalStore(subscribe, isOnline);
  const isAway = useIsAway();
  if (hasNetwork && !isAway) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{t(hasNetwork ? 'away.title' : 'offline.title')}</MessageBarTitle>
        {t(hasNetwork ? 'away.text' : 'offline.text')}
      </MessageBarBody>
    </MessageBar>
  );
}
