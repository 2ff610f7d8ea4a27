import type { Directory } from '../directory/directory.ts';
import type { DirectoryUser } from '../directory/model.ts';
import { escapeHtml } from '../entra/signIn/page.ts';
import type { HomePage } from './homePage.ts';
import { badge, link } from './homePage.ts';
import { paged } from './pager.ts';

type Choice = (user: DirectoryUser) => boolean;

const SHOWN = new Map<string, { text: string; choose: Choice }>(
  Object.entries({
    everybody: { text: 'Everybody', choose: isLive },
    enabled: { text: 'Enabled accounts', choose: (user: DirectoryUser) => isLive(user) && user.accountEnabled },
    disabled: { text: 'Disabled accounts', choose: (user: DirectoryUser) => isLive(user) && !user.accountEnabled },
    guests: { text: 'Guests', choose: (user: DirectoryUser) => isLive(user) && user.userType === 'Guest' },
    deleted: { text: 'Recycle bin', choose: (user: DirectoryUser) => !isLive(user) },
  }),
);

export function peoplePage(directory: Directory, address: URL): HomePage {
  const search = address.searchParams.get('search') ?? '';
  const show = address.searchParams.get('show') ?? 'everybody';
  const { choose } = SHOWN.get(show) ?? { choose: isLive };
  const found = directory.users.order
    .flatMap((id) => directory.users.find(id) ?? [])
    .filter((user) => choose(user) && matches(user, search))
    .sort((left, right) => left.displayName.localeCompare(right.displayName));
  const { items, links } = paged(found, address);
  const options = [...SHOWN].map(
    ([value, { text }]) => `<option value="${value}"${value === show ? ' selected' : ''}>${text}</option>`,
  );
  return {
    title: 'People',
    body: `<form class="toolbar" method="get" action="/_home/people" role="search">
<label class="grow">Name, mail, job title or department <input type="search" name="search" value="${escapeHtml(search)}"></label>
<label>Show <select name="show">${options.join('')}</select></label>
<button class="action primary">Search</button>
</form>
<p class="soft">${found.length === 1 ? '1 person' : `${found.length} people`}</p>
<ul class="rows">${items.map(personRow).join('\n')}</ul>
${links}`,
  };
}

export function personRow(user: DirectoryUser): string {
  const { id, displayName, jobTitle, department, userPrincipalName } = user;
  const work = [jobTitle, department].filter(Boolean).join(' · ') || userPrincipalName;
  return `<li>${link(`/_home/people/${id}`, displayName)}${stateBadges(user)}<br><span class="soft">${escapeHtml(work)}</span></li>`;
}

export function stateBadges({ userType, accountEnabled, deletedDateTime }: DirectoryUser): string {
  return [
    userType === 'Guest' ? badge('guest') : '',
    accountEnabled ? '' : badge('disabled'),
    deletedDateTime === undefined ? '' : badge('in the recycle bin'),
  ].join('');
}

function isLive({ deletedDateTime }: DirectoryUser): boolean {
  return deletedDateTime === undefined;
}

/** Every word somewhere, accents aside: whoever types "zoe" means Zoë. */
function matches(
  { displayName, mail, userPrincipalName, jobTitle, department }: DirectoryUser,
  search: string,
): boolean {
  const text = folded([displayName, mail, userPrincipalName, jobTitle, department].join(' '));
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
