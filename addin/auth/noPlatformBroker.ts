/**
 * Takes the place of MSAL's clients for the sign-in broker of Windows, an eighth of MSAL: `allowPlatformBroker` is off here,
 * so MSAL makes none (`new`). Outlook has a way of its own.
 */
export function PlatformAuthInteractionClient(): never {
  throw new Error('There is no sign-in broker here.');
}

export {
  PlatformAuthInteractionClient as PlatformAuthExtensionHandler,
  PlatformAuthInteractionClient as PlatformAuthDOMHandler,
};
