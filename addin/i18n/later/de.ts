import assignments from '../de/assignments.json' with { type: 'json' };
import audit from '../de/audit.json' with { type: 'json' };
import brand from '../de/brand.json' with { type: 'json' };
import completeness from '../de/completeness.json' with { type: 'json' };
import compose from '../de/compose.json' with { type: 'json' };
import connect from '../de/connect.json' with { type: 'json' };
import editor from '../de/editor.json' with { type: 'json' };
import inputs from '../de/inputs.json' with { type: 'json' };
import integrations from '../de/integrations.json' with { type: 'json' };
import notices from '../de/notices.json' with { type: 'json' };
import outlook from '../de/outlook.json' with { type: 'json' };
import pageProblems from '../de/pageProblems.json' with { type: 'json' };
import palette from '../de/palette.json' with { type: 'json' };
import proposals from '../de/proposals.json' with { type: 'json' };
import privacy from '../de/privacy.json' with { type: 'json' };
import registration from '../de/registration.json' with { type: 'json' };
import roles from '../de/roles.json' with { type: 'json' };
import select from '../de/select.json' with { type: 'json' };
import settings from '../de/settings.json' with { type: 'json' };
import signatures from '../de/signatures.json' with { type: 'json' };
import smartFields from '../de/smartFields.json' with { type: 'json' };
import sync from '../de/sync.json' with { type: 'json' };
import teammates from '../de/teammates.json' with { type: 'json' };
import values from '../de/values.json' with { type: 'json' };

/** What only pages say that are loaded when somebody goes there. */
export const laterTexts = {
  assignments,
  audit,
  brand,
  completeness,
  compose,
  connect,
  editor,
  inputs,
  integrations,
  notices,
  outlook,
  pageProblems,
  palette,
  proposals,
  privacy,
  registration,
  roles,
  select,
  settings,
  signatures,
  smartFields,
  sync,
  teammates,
  values,
} as const;
