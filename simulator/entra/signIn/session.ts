import type { DirectoryUser } from '../../directory/model.ts';
import { disabledAccount, unknownAccount } from '../aadsts.ts';
import type { EntraWorld } from '../entraWorld.ts';
import { findAccount } from '../entraWorld.ts';
import { escapeHtml, hiddenField, page } from './page.ts';
import { openSealed, sealValue } from '../tokens/sealedValue.ts';

const COOKIE = 'simulated-entra-session';

interface SessionContent {
  userId: string;
  issued: number;
}

/** Who is signed in in this browser. */
export function sessionUser(world: EntraWorld, cookies: string | undefined): DirectoryUser | undefined {
  const text = new RegExp(`(?:^|; *)${COOKIE}=([^;]+)`).exec(cookies ?? '')?.[1];
  const content =
    text === undefined ? undefined : (openSealed(text, 'session', world.state.secret) as SessionContent | undefined);
  if (!content || content.issued < world.state.signedOutBefore(content.userId)) return undefined;
  const user = findAccount(world, content.userId);
  return user?.accountEnabled ? user : undefined;
}

export function sessionCookie(world: EntraWorld, user: DirectoryUser): string {
  const content: SessionContent = { userId: user.id, issued: world.clock.now() };
  return `${COOKIE}=${sealValue(content, 'session', world.state.secret)}; Path=/; HttpOnly; SameSite=Lax`;
}

export function endedSessionCookie(): string {
  return `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** @throws EntraError 50034 for a name nobody has, 50057 for a disabled account. */
export function requireSignIn(world: EntraWorld, idOrName: string): DirectoryUser {
  const user = world.directory.findUser(idOrName.trim());
  if (!user) throw unknownAccount(idOrName);
  if (!user.accountEnabled) throw disabledAccount();
  return user;
}

/** The page that asks who you are; it goes on at `next` afterwards. */
export function accountPicker(
  world: EntraWorld,
  of: { next: string; appName: string; hint?: string | undefined },
): string {
  const buttons = world.accounts.map(
    ({ id, displayName, userPrincipalName, note }) =>
      `<li><button class="account" name="account" value="${id}"><b>${escapeHtml(displayName)}</b>` +
      `<span>${escapeHtml(userPrincipalName)}</span><br><span class="soft">${escapeHtml(note)}</span></button></li>`,
  );
  const form = `<form method="post" action="/_entra/sign-in">${hiddenField('next', of.next)}`;
  return page(
    'Pick an account',
    `<p>to continue to <b>${escapeHtml(of.appName)}</b> in ${escapeHtml(world.directory.organization.displayName)}. No password is needed here.</p>
${form}<ul>${buttons.join('\n')}</ul></form>
${form}<h2><label for="other">Sign in as any other user</label></h2>
<input id="other" name="account" type="text" autocomplete="username" spellcheck="false" required placeholder="name@domain" value="${escapeHtml(of.hint ?? '')}">
<div class="actions"><button class="action primary">Sign in</button></div></form>`,
  );
}
