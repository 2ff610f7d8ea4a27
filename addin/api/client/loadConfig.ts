import { configSchema, type Config } from '../../../server/src/contract/manage/session.ts';
import { ApiProblem, readProblem } from './apiProblem.ts';

/** The public settings the pane starts with; needs nobody to be signed in. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch('/api/config', { headers: { accept: 'application/json' } }).catch((error: unknown) => {
    throw new ApiProblem({ code: 'offline' }, { cause: error });
  });
  if (!response.ok) throw await readProblem(response);
  const config = configSchema.safeParse(await response.json().catch(() => null));
  if (!config.success) throw new ApiProblem({ code: 'unexpected-answer', status: response.status });
  return config.data;
}
