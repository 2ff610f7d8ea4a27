import { fetchConfig } from '../../api/client/fetchConfig.ts';
import { noticeText } from '../../i18n/noticeTexts.ts';
import { tellOpener } from '../../office/officeDialog.ts';
import { isOfAuthority, readRelayRequest } from '../relaySignIn.ts';
import { markDialog } from './dialogMark.ts';

/** Office puts what it needs to know behind the question mark; what Microsoft says of a sign-out comes there too. */
const answerHere = (): string => (window.location.hash.length > 1 ? window.location.hash : window.location.search);

const say = (text: string): void => {
  document.body.textContent = text;
};

async function leaveForMicrosoft(url: string): Promise<void> {
  const config = await fetchConfig();
  if (!isOfAuthority(url, config)) throw new Error('This is no sign-in of ours.');
  // Office's script has to have seen this window as a dialog before it leaves, or it does not know it when it is back.
  await Office.onReady();
  markDialog();
  window.location.replace(url);
}

/**
 * What Outlook shows in a dialog to sign in: first it leads to Microsoft's page, then it hands Microsoft's answer to the
 * pane, which alone can make a token of it.
 */
const request = readRelayRequest(window.location.hash);
const answer = (): Promise<void> =>
  tellOpener(JSON.stringify({ payload: answerHere() })).then(() => say(noticeText('closeWindow')));
(request ? leaveForMicrosoft(request.url) : answer()).catch(() => say(noticeText('dialogFailed')));
