import auth from './nl/auth.json' with { type: 'json' };
import changes from './nl/changes.json' with { type: 'json' };
import chart from './nl/chart.json' with { type: 'json' };
import common from './nl/common.json' with { type: 'json' };
import fields from './nl/fields.json' with { type: 'json' };
import mine from './nl/mine.json' with { type: 'json' };
import overview from './nl/overview.json' with { type: 'json' };
import problems from './nl/problems.json' with { type: 'json' };
import scope from './nl/scope.json' with { type: 'json' };
import tenant from './nl/tenant.json' with { type: 'json' };

/** Every text in Dutch, by the task it belongs to. A file of its own, so that readers load one language. */
export const dutch = {
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
