import type { Config } from '../../../server/src/contract/manage/session.ts';
import { ApiProblem, readAnswer, readProblem } from './apiProblem.ts';

/** The public settings that a page starts with; needs nobody to be signed in. Throws ApiProblem. */
export async function fetchConfig(onAnswer?: (response: Response) => void): Promise<Config> {
  const response = await fetch('/api/config', { headers: { accept: 'application/json' } }).catch((error: unknown) => {
    throw new ApiProblem({ code: 'offline' }, { cause: error });
  });
  onAnswer?.(response);
  if (!response.ok) throw await readProblem(response);
  return (await readAnswer(response)) as Config;
}
