/**
 * All of MSAL that is used. The pane and the event handler of browser runtimes load it as the same file: one module in
 * between lets the build join and shake what is behind it, though two ask for it.
 */
export {
  BrowserAuthError,
  PublicClientApplication,
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
} from '@azure/msal-browser';
