import type { Assignments } from '../../domain/assignment/assignment.ts';
import type { MailAsked } from '../../domain/assignment/chooseSignature.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import type { ScannedPerson } from '../rendering/scanPeople.ts';

/** The mail by which people are counted: today, to nobody in particular, from their own mailbox. */
export const countedMail = (
  { teammate, person }: ScannedPerson,
  composeType: ComposeType = 'newMail',
): Readonly<MailAsked> => ({
  teammateId: teammate.id,
  person,
  composeType,
  from: null,
  recipients: null,
  ownAddresses: [teammate.profile.mail, teammate.profile.userPrincipalName].filter((address) => address !== null),
});

/** Whether any of these rules asks about somebody's manager, who is read only then. */
export const asksAboutManagers = (rules: readonly Assignments[]): boolean =>
  JSON.stringify(rules).includes('"manager.');
