import type { Config } from '../../../server/src/contract/manage/session.ts';
import { noteContract } from './contractMark.ts';
import { ApiProblem, readAnswer, readProblem } from './apiProblem.ts';

/** The public settings the pane starts with; needs nobody to be signed in. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch('/api/config', { headers: { accept: 'application/json' } }).catch((error: unknown) => {
    throw new ApiProblem({ code: 'offline' }, { cause: error });
  });
  noteContract(response);
  if (!response.ok) throw await readProblem(response);
  return (await readAnswer(response)) as Config;
}
