import type { z } from 'zod';
import type { teammateExportQuerySchema } from '../../contract/people/teammates.ts';
import type { TeammateQuery } from '../../ports/repositories/teammateRepository.ts';

type Asked = Omit<z.output<typeof teammateExportQuerySchema>, 'language'>;

/** The query's filter and order without what is absent spelled as undefined. */
export const teammateFilter = ({ search, status, view, sort, order }: Asked): Omit<TeammateQuery, 'limit'> => ({
  ...(search === undefined ? {} : { search }),
  ...(status === undefined ? {} : { status }),
  ...(view === undefined ? {} : { view }),
  sort,
  descending: order === 'descending',
});
