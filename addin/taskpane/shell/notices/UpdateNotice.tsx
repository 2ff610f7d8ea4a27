import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useIsOutdated } from '../../../api/client/contractMark.ts';

/** An update is no reason to take anybody's page away: they load it anew when it suits them. */
export function UpdateNotice() {
  const { t } = useTranslation();
  if (!useIsOutdated()) return null;
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{t('updated.title')}</MessageBarTitle>
        {t('updated.text')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
