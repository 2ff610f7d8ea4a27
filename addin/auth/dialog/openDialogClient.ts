import type { EndSessionPopupRequest, IPublicClientApplication, PopupRequest } from '@azure/msal-browser';
import type { Config } from '../../../server/src/contract/manage/session.ts';
import { askInDialog, NoDialogAnswer } from '../../office/officeDialog.ts';
import { canKeepSignIn } from '../keptSignIn.ts';
import { BrowserAuthError, PublicClientApplication } from '../msal.ts';
import { msalConfiguration } from '../msalConfiguration.ts';
import { relayAddress } from '../relaySignIn.ts';

/** As much of a window as MSAL uses: it wants to open one at once and learns only then where it is to lead. */
class DialogToCome {
  readonly closed = false;
  readonly document = { title: '' };
  address = '';
  readonly location = { assign: (address: string) => void (this.address = address) };

  /** Nothing is open yet when MSAL gives up. */
  close(): void {
    this.address = '';
  }
}

/** In the place of the window that opens windows. MSAL tells other tabs of it, so there is no function in it itself. */
class DialogOpener {
  open(): DialogToCome {
    return new DialogToCome();
  }
}

const opener = new DialogOpener() as unknown as Window;

function readPayload(message: string): string {
  const { payload } = JSON.parse(message) as { readonly payload: string };
  return payload;
}

/**
 * MSAL that signs people in, and out, in a dialog of Outlook's: where neither Outlook itself does (nested app
 * authentication) nor windows open. Request, proof and tokens stay with the pane; through the dialog goes no more than
 * through an address bar.
 */
class DialogClient extends PublicClientApplication {
  override loginPopup(request?: PopupRequest) {
    return super.loginPopup({ scopes: [], ...request, popupWindowParent: opener });
  }

  override logoutPopup(request?: EndSessionPopupRequest) {
    return super.logoutPopup({ ...request, popupWindowParent: opener });
  }

  protected override async waitForPopupResponse(_request: unknown, popup: unknown): Promise<string> {
    const url = popup instanceof DialogToCome ? popup.address : '';
    const page = relayAddress(`${window.location.origin}/auth-dialog.html`, url);
    try {
      return readPayload(await askInDialog(page));
    } catch (error) {
      const isRefused = !(error instanceof NoDialogAnswer) || error.reason === 'refused';
      throw new BrowserAuthError(isRefused ? 'popup_window_error' : 'user_cancelled', '');
    }
  }
}

export async function openDialogClient(config: Config): Promise<IPublicClientApplication> {
  const { auth, ...rest } = msalConfiguration(config, {
    origin: window.location.origin,
    canStore: canKeepSignIn(),
    isFramed: false,
  });
  // Microsoft's page is not a child of this frame: it comes in a window of Outlook's, in the place of a page of ours.
  const client = new DialogClient({ ...rest, auth: { ...auth, originCheck: false } });
  await client.initialize();
  return client;
}
