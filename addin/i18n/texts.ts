import enAuth from './en/auth.json' with { type: 'json' };
import enChanges from './en/changes.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enCompose from './en/compose.json' with { type: 'json' };
import enConnect from './en/connect.json' with { type: 'json' };
import enFields from './en/fields.json' with { type: 'json' };
import enOverview from './en/overview.json' with { type: 'json' };
import enProblems from './en/problems.json' with { type: 'json' };
import enRegistration from './en/registration.json' with { type: 'json' };
import enScope from './en/scope.json' with { type: 'json' };
import enSelect from './en/select.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enSync from './en/sync.json' with { type: 'json' };
import enTeammates from './en/teammates.json' with { type: 'json' };
import nlAuth from './nl/auth.json' with { type: 'json' };
import nlChanges from './nl/changes.json' with { type: 'json' };
import nlCommon from './nl/common.json' with { type: 'json' };
import nlCompose from './nl/compose.json' with { type: 'json' };
import nlConnect from './nl/connect.json' with { type: 'json' };
import nlFields from './nl/fields.json' with { type: 'json' };
import nlOverview from './nl/overview.json' with { type: 'json' };
import nlProblems from './nl/problems.json' with { type: 'json' };
import nlRegistration from './nl/registration.json' with { type: 'json' };
import nlScope from './nl/scope.json' with { type: 'json' };
import nlSelect from './nl/select.json' with { type: 'json' };
import nlSettings from './nl/settings.json' with { type: 'json' };
import nlSync from './nl/sync.json' with { type: 'json' };
import nlTeammates from './nl/teammates.json' with { type: 'json' };

/** The texts the pane starts with: language, then the task they belong to. */
export const texts = {
  en: {
    auth: enAuth,
    changes: enChanges,
    common: enCommon,
    compose: enCompose,
    connect: enConnect,
    fields: enFields,
    overview: enOverview,
    problems: enProblems,
    registration: enRegistration,
    scope: enScope,
    select: enSelect,
    settings: enSettings,
    sync: enSync,
    teammates: enTeammates,
  },
  nl: {
    auth: nlAuth,
    changes: nlChanges,
    common: nlCommon,
    compose: nlCompose,
    connect: nlConnect,
    fields: nlFields,
    overview: nlOverview,
    problems: nlProblems,
    registration: nlRegistration,
    scope: nlScope,
    select: nlSelect,
    settings: nlSettings,
    sync: nlSync,
    teammates: nlTeammates,
  },
} as const;
