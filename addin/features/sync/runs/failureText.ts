import type { i18n } from 'i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { problemText } from '../../../ui/notices/problemText.ts';
import { isSettledAtConnection } from '../../../ui/notices/remedy.ts';

/** Where a failed run is put right: at the connection, in the selection, or by trying again. */
export const solvedAt = (code: string): '/connect' | '/select' | '/sync' => {
  if (isSettledAtConnection(code)) return '/connect';
  return code === 'selection-empty' ? '/select' : '/sync';
};

/** Why a run failed and what to do about it, in the reader's language. */
export const failureText = (texts: i18n, failure: Failure): string =>
  problemText(texts, new ApiProblem({ code: failure.code, detail: failure.message, values: failure.values })).text;

type Failure = Pick<NonNullable<Run['failure']>, 'code' | 'message' | 'values'>;
