import assignments from '../fr/assignments.json' with { type: 'json' };
import audit from '../fr/audit.json' with { type: 'json' };
import brand from '../fr/brand.json' with { type: 'json' };
import completeness from '../fr/completeness.json' with { type: 'json' };
import compose from '../fr/compose.json' with { type: 'json' };
import connect from '../fr/connect.json' with { type: 'json' };
import editor from '../fr/editor.json' with { type: 'json' };
import inputs from '../fr/inputs.json' with { type: 'json' };
import integrations from '../fr/integrations.json' with { type: 'json' };
import notices from '../fr/notices.json' with { type: 'json' };
import outlook from '../fr/outlook.json' with { type: 'json' };
import pageProblems from '../fr/pageProblems.json' with { type: 'json' };
import palette from '../fr/palette.json' with { type: 'json' };
import proposals from '../fr/proposals.json' with { type: 'json' };
import privacy from '../fr/privacy.json' with { type: 'json' };
import registration from '../fr/registration.json' with { type: 'json' };
import roles from '../fr/roles.json' with { type: 'json' };
import select from '../fr/select.json' with { type: 'json' };
import settings from '../fr/settings.json' with { type: 'json' };
import signatures from '../fr/signatures.json' with { type: 'json' };
import smartFields from '../fr/smartFields.json' with { type: 'json' };
import sync from '../fr/sync.json' with { type: 'json' };
import teammates from '../fr/teammates.json' with { type: 'json' };
import values from '../fr/values.json' with { type: 'json' };

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
