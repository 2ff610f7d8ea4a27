import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PlanAction } from '../../../server/src/contract/sync/sync.ts';
import { actionLook } from './actionLook.tsx';

/** What happened to somebody (`action`) or would happen (`planAction`), in one word. */
export function ActionBadge({ action, words }: { action: PlanAction; words: 'planAction' | 'action' }) {
  const { t } = useTranslation('changes');
  const look = actionLook[action];
  return (
    <Badge appearance="tint" color={look.color} icon={look.icon}>
      {t(`${words}.${action}`)}
    </Badge>
  );
}
