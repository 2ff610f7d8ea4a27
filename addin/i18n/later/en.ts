import assignments from '../en/assignments.json' with { type: 'json' };
import audit from '../en/audit.json' with { type: 'json' };
import brand from '../en/brand.json' with { type: 'json' };
import completeness from '../en/completeness.json' with { type: 'json' };
import compose from '../en/compose.json' with { type: 'json' };
import connect from '../en/connect.json' with { type: 'json' };
import editor from '../en/editor.json' with { type: 'json' };
import inputs from '../en/inputs.json' with { type: 'json' };
import integrations from '../en/integrations.json' with { type: 'json' };
import notices from '../en/notices.json' with { type: 'json' };
import outlook from '../en/outlook.json' with { type: 'json' };
import pageProblems from '../en/pageProblems.json' with { type: 'json' };
import palette from '../en/palette.json' with { type: 'json' };
import proposals from '../en/proposals.json' with { type: 'json' };
import privacy from '../en/privacy.json' with { type: 'json' };
import registration from '../en/registration.json' with { type: 'json' };
import roles from '../en/roles.json' with { type: 'json' };
import select from '../en/select.json' with { type: 'json' };
import settings from '../en/settings.json' with { type: 'json' };
import signatures from '../en/signatures.json' with { type: 'json' };
import smartFields from '../en/smartFields.json' with { type: 'json' };
import sync from '../en/sync.json' with { type: 'json' };
import teammates from '../en/teammates.json' with { type: 'json' };
import values from '../en/values.json' with { type: 'json' };

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
