import auth from './en/auth.json' with { type: 'json' };
import changes from './en/changes.json' with { type: 'json' };
import chart from './en/chart.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import fields from './en/fields.json' with { type: 'json' };
import mine from './en/mine.json' with { type: 'json' };
import overview from './en/overview.json' with { type: 'json' };
import problems from './en/problems.json' with { type: 'json' };
import scope from './en/scope.json' with { type: 'json' };
import tenant from './en/tenant.json' with { type: 'json' };

/** Every text in English, by the task it belongs to. A file of its own, so that readers load one language. */
export const english = {
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
