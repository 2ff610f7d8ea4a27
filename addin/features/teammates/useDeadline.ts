import { useTranslation } from 'react-i18next';
import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { useFormats } from '../../i18n/useFormats.ts';

/** Until when something about a teammate can still be changed, as a sentence, or null where nothing is due. */
export function useDeadline(): (teammate: Pick<TeammateSummary, 'removalDue' | 'restorableUntil'>) => string | null {
  const { t } = useTranslation('teammates');
  const formats = useFormats();
  return ({ removalDue, restorableUntil }) => {
    if (restorableUntil !== null) return t('deadline.restorable', { date: formats.day(restorableUntil) });
    return removalDue === null ? null : t('deadline.removal', { date: formats.day(removalDue) });
  };
}
