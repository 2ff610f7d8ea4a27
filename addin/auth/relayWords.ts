/** The word msal-browser listens for in the frame. */
export const ANSWER = 'msal:popup-relay-response:v1';
/** What the frame says once it has the answer. */
export const HEARD = 'undersign:popup-relay-heard';
