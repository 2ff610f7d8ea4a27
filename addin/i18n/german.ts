import auth from './de/auth.json' with { type: 'json' };
import changes from './de/changes.json' with { type: 'json' };
import chart from './de/chart.json' with { type: 'json' };
import common from './de/common.json' with { type: 'json' };
import fields from './de/fields.json' with { type: 'json' };
import mine from './de/mine.json' with { type: 'json' };
import overview from './de/overview.json' with { type: 'json' };
import problems from './de/problems.json' with { type: 'json' };
import scope from './de/scope.json' with { type: 'json' };
import tenant from './de/tenant.json' with { type: 'json' };

/** Every text in German, by the task it belongs to. A file of its own, so that readers load one language. */
export const german = {
  auth,
  changes,
  chart,
  common,
  fields,
  mine,
  overview,
  problems,
  scope,
  tenant,
} as const;
