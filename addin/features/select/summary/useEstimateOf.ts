import { useTranslation } from 'react-i18next';
import type { Selection } from '../../../../server/src/contract/people/selection.ts';
import { useEstimate } from '../../../api/people/selectionApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { useSettled } from '../../../ui/state/useSettled.ts';

/** How many people a selection is, as it is being made. */
export const useEstimateOf = (selection: Selection) => useEstimate(useSettled(selection, { milliseconds: 400 }));

/** The same in a few words, for where there is room for no more; null while nobody knows. */
export function useEstimateLine(selection: Selection): string | null {
  const { t } = useTranslation('select');
  const formats = useFormats();
  const estimate = useEstimateOf(selection).data?.pages[0];
  if (estimate === undefined || estimate.asOf === null) return null;
  const { inScope, leftOut, unknown, lacksEveryone } = estimate;
  const isPart = unknown.length > 0 || lacksEveryone;
  const people = t(isPart ? 'estimate.atLeast' : 'estimate.people', {
    count: inScope,
    formatted: formats.number(inScope),
  });
  if (leftOut === 0) return people;
  return `${people} · ${t('estimate.leftOut', { count: leftOut, formatted: formats.number(leftOut) })}`;
}
