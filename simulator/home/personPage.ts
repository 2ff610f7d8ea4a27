import type { Directory } from '../directory/directory.ts';
import type { DirectoryGroup, DirectoryUser } from '../directory/model.ts';
import { escapeHtml } from '../entra/signIn/page.ts';
import { ROLES } from '../seed/company.ts';
import { EDITABLE } from './editableFields.ts';
import type { HomePage } from './homePage.ts';
import { buttonForm, facts, link } from './homePage.ts';
import { stateBadges } from './peoplePage.ts';

export function personPage(directory: Directory, user: DirectoryUser): HomePage {
  const { id, displayName, photo, deletedDateTime } = user;
  const isLive = deletedDateTime === undefined;
  const picture = photo === undefined ? '' : `<img class="photo" src="/_home/people/${id}/photo" alt="">`;
  return {
    title: displayName,
    body: `${picture}<p>${stateBadges(user)}</p>
${facts(fieldsOf(directory, user))}
${isLive ? editForm(user) : ''}
<h2>Account</h2>
<div class="buttons">${accountButtons(user)}</div>
<h2>Groups</h2>
${groupsOf(directory, user)}
<h2>Units</h2>
${unitsOf(directory, id)}`,
  };
}

function fieldsOf(directory: Directory, user: DirectoryUser): [string, string][] {
  const text = (value: unknown) => escapeHtml(typeof value === 'string' ? value : '');
  const manager = directory.users.findLive(user.managerId ?? '');
  const roles = directory
    .rolesOf(user.id)
    .map((role) => Object.entries(ROLES).find(([, id]) => id === role)?.[0] ?? role);
  return [
    ['Signs in as', text(user.userPrincipalName)],
    ['Mail', text(user.mail)],
    ['Job title', text(user.jobTitle)],
    ['Department', text(user.department)],
    ['Company', text(user.companyName)],
    ['Manager', manager ? link(`/_home/people/${manager.id}`, manager.displayName) : ''],
    ['Office', text(user.officeLocation)],
    ['Address', [user.streetAddress, user.postalCode, user.city, user.country].filter(Boolean).map(text).join(', ')],
    ['Phone', text(user.businessPhones?.join(', '))],
    ['Mobile', text(user.mobilePhone)],
    ['Employee id', text(user.employeeId)],
    ['Language', text(user.preferredLanguage)],
    ['Roles', text(roles.join(', '))],
    ['Object id', `<code>${user.id}</code>`],
  ];
}

function editForm(user: DirectoryUser): string {
  const inputs = EDITABLE.map(
    ({ name, label, type, read }) =>
      `<label>${label} <input type="${type}" name="${name}" value="${escapeHtml(read(user))}" autocomplete="off"></label>`,
  );
  return `<h2>Change the profile</h2>
<form method="post" action="/_home/people/${user.id}/profile"><div class="fields">${inputs.join('\n')}</div>
<div class="actions"><button class="action primary">Save</button></div></form>`;
}

function accountButtons({ id, accountEnabled, deletedDateTime }: DirectoryUser): string {
  const to = `/_home/people/${id}`;
  if (deletedDateTime !== undefined) return buttonForm(`${to}/restore`, 'Restore from the recycle bin');
  const toggle = accountEnabled
    ? buttonForm(`${to}/disable`, 'Disable the account')
    : buttonForm(`${to}/enable`, 'Enable the account');
  return toggle + buttonForm(`${to}/delete`, 'Delete the person');
}

function groupsOf(directory: Directory, { id, deletedDateTime }: DirectoryUser): string {
  const joined = [...directory.groupMembers.holdersOf(id)].flatMap(
    (groupId) => directory.groups.findLive(groupId) ?? [],
  );
  const rows = joined.map((group) => groupRow(group, id));
  const list = rows.length > 0 ? `<ul class="rows">${rows.join('\n')}</ul>` : '<p>In no group.</p>';
  const others = [...directory.groups.live()].filter((group) => !joined.includes(group) && !byRule(group));
  if (deletedDateTime !== undefined || others.length === 0) return list;
  const options = others.map((group) => `<option value="${group.id}">${escapeHtml(group.displayName)}</option>`);
  return `${list}<form class="toolbar" method="post" action="/_home/people/${id}/join">
<label class="grow">Add to a group <select name="groupId">${options.join('')}</select></label>
<button class="action">Add</button></form>`;
}

function groupRow(group: DirectoryGroup, userId: string): string {
  const name = link(`/_home/groups/${group.id}`, group.displayName);
  if (byRule(group)) return `<li>${name} <span class="soft">by a rule</span></li>`;
  const leave = buttonForm(`/_home/people/${userId}/leave`, `Remove from ${group.displayName}`, { groupId: group.id });
  return `<li class="row"><span>${name}</span>${leave}</li>`;
}

function byRule({ groupTypes }: DirectoryGroup): boolean {
  return groupTypes?.includes('DynamicMembership') ?? false;
}

function unitsOf(directory: Directory, id: string): string {
  const units = [...directory.unitMembers.holdersOf(id)].flatMap((unitId) => directory.units.findLive(unitId) ?? []);
  if (units.length === 0) return '<p>In no unit.</p>';
  return `<ul class="rows">${units.map((unit) => `<li>${link(`/_home/units/${unit.id}`, unit.displayName)}</li>`).join('')}</ul>`;
}
