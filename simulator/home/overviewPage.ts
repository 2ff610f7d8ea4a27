import { escapeHtml } from '../entra/signIn/page.ts';
import type { Simulator } from '../simulator.ts';
import { copied, copyScript } from './copying.ts';
import type { HomePage } from './homePage.ts';
import { buttonForm, facts, link } from './homePage.ts';

const HOUR = 60 * 60_000;

export function overviewPage(simulator: Simulator): HomePage {
  const { organization } = simulator.directory;
  return {
    title: organization.displayName,
    body: `<p>An invented tenant in the place of Microsoft Entra ID and Microsoft Graph. Change something here, and apps find out the way they would from Microsoft.</p>
${facts([
  ['Domains', organization.verifiedDomains.map(({ name }) => escapeHtml(name)).join('<br>')],
  ['Tenant id', `<code>${organization.id}</code>`],
  ...counts(simulator),
])}
<h2>Apps and their consent</h2>
<ul class="rows">${[...simulator.clients.values()].map((client) => consentRow(simulator, client)).join('\n')}</ul>
<h2>A registration of their own</h2>
<p class="soft">What a customer pastes into the product instead of giving consent. A click on a value selects all of it.</p>
${registration(simulator)}
<h2>Make trouble</h2>
<p class="soft">How Microsoft Graph answers from now on, and what a bad morning in the directory looks like.</p>
<div class="buttons">${TROUBLE.map(([action, label]) => buttonForm(`/_home/${action}`, label)).join('')}</div>
<h2>Clock</h2>
${clock(simulator)}
<h2>Switched on</h2>
${facts(switches(simulator))}
<h2>Start afresh</h2>
<p>People, groups, consent, clock and faults as they were at the start.</p>
${buttonForm('/_home/reset', 'Reset everything')}`,
  };
}

const TROUBLE = [
  ['slow', 'Slow: 3 seconds a request'],
  ['throttle', '429: five times, each with half a minute to wait'],
  ['away', '503: gone until it is mended'],
  ['leave', '300 people leave'],
  ['mend', 'Mend Graph'],
] as const;

function registration({ tenant }: Simulator): string {
  const row = (name: string, value: string) => [name, copied(name, value)] as [string, string];
  const rows = facts([
    row('Tenant id', tenant.id),
    row('Client id', tenant.ownRegistration.clientId),
    row('Client secret', tenant.ownRegistration.clientSecret),
  ]);
  return rows + copyScript;
}

function counts({ directory }: Simulator): [string, string][] {
  const all = directory.users.order.flatMap((id) => directory.users.find(id) ?? []);
  const live = all.filter(({ deletedDateTime }) => deletedDateTime === undefined);
  const count = (name: string, number: number, show: string) =>
    [name, link(`/_home/people?show=${show}`, String(number))] as [string, string];
  return [
    count('People', live.length, 'everybody'),
    count('of them guests', live.filter(({ userType }) => userType === 'Guest').length, 'guests'),
    count('of them disabled', live.filter(({ accountEnabled }) => !accountEnabled).length, 'disabled'),
    count('In the recycle bin', all.length - live.length, 'deleted'),
    ['Groups', link('/_home/groups', String([...directory.groups.live()].length))],
    ['Units', link('/_home/units', String([...directory.units.live()].length))],
  ];
}

function consentRow(
  { consent }: Simulator,
  { clientId, displayName }: { clientId: string; displayName: string },
): string {
  const grant = consent.of(clientId);
  const names = grant ? [...grant.application, ...grant.delegated] : [];
  const text =
    names.length > 0
      ? names.join(', ')
      : grant
        ? 'people signed in, no administrator consented'
        : 'nobody has consented';
  const revoke = grant ? buttonForm('/_home/consent', `Revoke consent for ${displayName}`, { clientId }) : '';
  return `<li class="row"><span><b>${escapeHtml(displayName)}</b><br><span class="soft">${escapeHtml(text)}</span></span>${revoke}</li>`;
}

function clock(simulator: Simulator): string {
  const now = simulator.clock.now();
  const ahead = Math.round((now - Date.now()) / HOUR);
  const text = ahead === 0 ? 'real time' : `${Math.abs(ahead)} hours ${ahead > 0 ? 'ahead of' : 'behind'} real time`;
  return `<div class="row"><p><time datetime="${new Date(now).toISOString()}">${new Date(now).toUTCString()}</time> <span class="soft">(${text})</span></p>
${buttonForm('/_home/clock', 'Move the clock by a day')}</div>`;
}

function switches({ faults, behaviour, notifications }: Simulator): [string, string][] {
  const kinds = faults.list().map(({ fault }) => fault.kind);
  const habits = [
    behaviour.emptySecondDeltaPage || behaviour.emptyPages > 0 ? 'empty pages that are not the last' : '',
    behaviour.replays > 0 ? `${behaviour.replays} replays in every delta round` : '',
    behaviour.leavesOutHiddenMembers ? 'hidden members left out without a word' : '',
    behaviour.singleReadsLag > 0 ? `answers about one object ${behaviour.singleReadsLag / 1000} seconds behind` : '',
  ].filter((habit) => habit !== '');
  const { length } = notifications.subscriptions.live();
  return [
    ['Faults', kinds.length > 0 ? escapeHtml(kinds.join(', ')) : 'none'],
    ['Habits', habits.length > 0 ? habits.join(', ') : 'none'],
    ['Subscriptions', length > 0 ? `${length}, ${notifications.deliveries.length} deliveries so far` : 'none'],
  ];
}
