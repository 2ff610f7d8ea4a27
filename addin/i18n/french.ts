import auth from './fr/auth.json' with { type: 'json' };
import changes from './fr/changes.json' with { type: 'json' };
import chart from './fr/chart.json' with { type: 'json' };
import common from './fr/common.json' with { type: 'json' };
import fields from './fr/fields.json' with { type: 'json' };
import mine from './fr/mine.json' with { type: 'json' };
import overview from './fr/overview.json' with { type: 'json' };
import problems from './fr/problems.json' with { type: 'json' };
import scope from './fr/scope.json' with { type: 'json' };
import tenant from './fr/tenant.json' with { type: 'json' };

/** Every text in French, by the task it belongs to. A file of its own, so that readers load one language. */
export const french = {
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
