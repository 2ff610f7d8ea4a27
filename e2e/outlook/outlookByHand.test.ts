import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import type { SavedAssignments } from '../../server/src/contract/signatures/assignments.ts';
import type { Signature } from '../../server/src/contract/signatures/signatures.ts';
import type { ApiClient } from '../../server/tests/support/http/apiClient.ts';
import { synced } from '../../server/tests/support/people/assignments.ts';
import { nobody } from '../../server/tests/support/people/selections.ts';
import { startUndersign, type Undersign } from '../../server/tests/support/processes/startUndersign.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openOutlook } from '../support/outlook/openOutlook.ts';
import { openWording } from '../support/wording.ts';

describe.each(isThorough ? (['en', 'nl'] as const) : (['nl'] as const))(
  'beside a mail that is being written, in %s, in a pane of 320 px',
  (language) => {
    const say = openWording(language);
    let browser: Browser;
    let undersign: Undersign;
    let admin: ApiClient;
    beforeAll(async () => {
      [browser, undersign] = await Promise.all([openBrowser(), startUndersign()]);
      admin = await undersign.connectedAdmin();
      await synced(admin, { ...nobody, everyone: true });
    });
    afterAll(async () => {
      await browser.close();
      await undersign.close();
    });

    const offer = async (also: readonly string[]) => {
      const { assignments, revision } = await admin.get<SavedAssignments>('/api/assignments');
      await admin.put('/api/assignments', { assignments: { ...assignments, also }, revision });
    };
    const published = async (name: string): Promise<string> => {
      const newMail = { kind: 'html', html: `<p>${name} with {{ person.displayName }}</p>` };
      const design = { newMail, reply: { kind: 'sameAsNew' }, forward: { kind: 'none' }, images: 'hosted' };
      const { id, revision } = await admin.post<Signature>('/api/signatures', { name, design });
      await admin.post(`/api/signatures/${id}/publish`, { revision });
      return id;
    };
    const open = async (who: 'teammate' | 'globalAdmin') => {
      const { userPrincipalName: mailbox } = undersign.simulator.tenant.accounts[who];
      const { accessToken } = await undersign.signIn(mailbox);
      const outlook = await openOutlook(browser, { addin: undersign.url, mailbox, accessToken });
      await outlook.context.addInitScript(
        (chosen) => window.localStorage.setItem('undersign.language', chosen),
        language,
      );
      return outlook;
    };

    test('people choose another signature, which stays until From is changed', async () => {
      const outlook = await open('teammate');
      await outlook.compose();
      await outlook.raise('onNewMessageCompose');
      const [automatic] = (await outlook.mail()).sets;
      let pane = await outlook.openPane();
      const insert = () => pane.getByRole('button', { name: say('notices.byHand.action') }).click();
      const picker = () => pane.getByRole('combobox', { name: say('compose.choose.label') });
      // Who has nothing to choose from is not asked.
      await pane.getByRole('button', { name: say('notices.byHand.action') }).waitFor();
      expect(await picker().count()).toBe(0);

      await outlook.closePane();
      await offer([await published('Fair')]);
      pane = await outlook.openPane();
      await picker().selectOption({ label: 'Fair' });
      await pane
        .frameLocator(`iframe[title="${say('mine.frame')}"]`)
        .getByText('Fair with')
        .waitFor();
      expect(await inspectPage(pane)).toEqual([]);
      await insert();
      await pane.getByText(say('notices.byHand.in')).waitFor();
      const last = async () => (await outlook.mail()).sets.at(-1);
      expect(await last()).toMatchObject({ content: expect.stringContaining('Fair with') });
      await outlook.raise('onMessageRecipientsChanged');
      await outlook.raise('onNewMessageCompose');
      expect(await last()).toMatchObject({ content: expect.stringContaining('Fair with') });

      await outlook.changeFrom('alias@lindenhof.example');
      await outlook.raise('onMessageFromChanged');
      expect(await last()).toEqual(automatic);

      // An administrator has changed their mind since the pane was opened.
      await offer([]);
      await insert();
      await pane.getByText(say('pageProblems.signature-not-offered')).waitFor();
      expect(await last()).toEqual(automatic);
      await picker().selectOption({ index: 0 });
      await insert();
      await pane.getByText(say('notices.byHand.in')).waitFor();
      expect(await last()).toEqual(automatic);
      await outlook.close();
    });

    test('who makes a signature puts its draft into that mail alone', async () => {
      const newMail = { kind: 'html', html: '<p>Draft for {{ person.displayName }}</p>' };
      const design = { newMail, reply: { kind: 'none' }, forward: { kind: 'none' }, images: 'attached' };
      await admin.post<Signature>('/api/signatures', { name: 'Not yet', design });
      const outlook = await open('globalAdmin');
      await outlook.compose();
      await outlook.raise('onNewMessageCompose');
      const [automatic] = (await outlook.mail()).sets;
      const pane = await outlook.openPane();
      await pane.getByRole('button', { name: say('common.nav.menu', { page: '' }).replace(/[^\p{L}]+$/u, '') }).click();
      await pane.getByRole('menuitem', { name: say('common.nav.signatures'), exact: true }).press('Enter');
      await pane.getByRole('link', { name: 'Not yet' }).click();
      await pane.getByRole('button', { name: say('signatures.tryDraft.action') }).click();
      await pane.getByText(say('signatures.tryDraft.in')).waitFor();
      expect(await inspectPage(pane)).toEqual([]);
      const { displayName } = undersign.simulator.tenant.accounts.globalAdmin;
      const drafted = { content: `<p>Draft for ${displayName}</p>`, format: 'html' };
      await outlook.raise('onMessageRecipientsChanged');
      expect((await outlook.mail()).sets.at(-1)).toEqual(drafted);
      await outlook.closePane();
      await outlook.compose();
      await outlook.raise('onNewMessageCompose');
      expect((await outlook.mail()).sets).toEqual([automatic]);
      await outlook.close();
    });
  },
);
