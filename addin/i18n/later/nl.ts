import assignments from '../nl/assignments.json' with { type: 'json' };
import audit from '../nl/audit.json' with { type: 'json' };
import brand from '../nl/brand.json' with { type: 'json' };
import completeness from '../nl/completeness.json' with { type: 'json' };
import compose from '../nl/compose.json' with { type: 'json' };
import connect from '../nl/connect.json' with { type: 'json' };
import editor from '../nl/editor.json' with { type: 'json' };
import inputs from '../nl/inputs.json' with { type: 'json' };
import integrations from '../nl/integrations.json' with { type: 'json' };
import notices from '../nl/notices.json' with { type: 'json' };
import outlook from '../nl/outlook.json' with { type: 'json' };
import pageProblems from '../nl/pageProblems.json' with { type: 'json' };
import palette from '../nl/palette.json' with { type: 'json' };
import proposals from '../nl/proposals.json' with { type: 'json' };
import privacy from '../nl/privacy.json' with { type: 'json' };
import registration from '../nl/registration.json' with { type: 'json' };
import roles from '../nl/roles.json' with { type: 'json' };
import select from '../nl/select.json' with { type: 'json' };
import settings from '../nl/settings.json' with { type: 'json' };
import signatures from '../nl/signatures.json' with { type: 'json' };
import smartFields from '../nl/smartFields.json' with { type: 'json' };
import sync from '../nl/sync.json' with { type: 'json' };
import teammates from '../nl/teammates.json' with { type: 'json' };
import values from '../nl/values.json' with { type: 'json' };

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
