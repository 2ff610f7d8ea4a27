import type { Frame, Page } from 'playwright-core';
import { openWording } from '../wording.ts';
import type { Outlook } from './openOutlook.ts';

const say = openWording('en');

/** What is pressed in the pane to be signed in. */
interface Press {
  readonly pane: Frame;
  readonly button: string;
}

export type Way = 'popup' | 'dialog';

/** Ours opens Microsoft's: what a window says is not heard in a frame of another site. */
async function openThroughWindow({ context }: Outlook, { pane, button }: Press): Promise<Page> {
  const ours = context.waitForEvent('page');
  await pane.getByRole('button', { name: button, exact: true }).click();
  const microsofts = (await ours).waitForEvent('popup');
  await (await ours).getByRole('button', { name: say('notices.action') }).click();
  return microsofts;
}

/** Office's own question whether a window may open comes first. */
async function openThroughDialog({ context }: Outlook, { pane, button }: Press): Promise<Page> {
  await pane.getByRole('button', { name: button, exact: true }).click();
  const dialog = context.waitForEvent('page');
  await pane.locator('input[value="Allow"]').click();
  return dialog;
}

/** Microsoft's page, in a window or in one of Outlook's dialogs. */
export const openMicrosoft = (outlook: Outlook, way: Way, press: Press): Promise<Page> =>
  way === 'popup' ? openThroughWindow(outlook, press) : openThroughDialog(outlook, press);

/** Presses, and resolves once that has closed Microsoft's page. */
export async function pressLast(page: Page, name: string): Promise<void> {
  const isClosed = page.waitForEvent('close');
  await page.getByRole('button', { name }).click();
  await isClosed;
}

/** Signs this person in from the first page of the pane. */
export async function signInByHand(
  outlook: Outlook,
  way: Way,
  { pane, who }: { pane: Frame; who: string },
): Promise<void> {
  await pressLast(await openMicrosoft(outlook, way, { pane, button: say('auth.signIn') }), who);
}
