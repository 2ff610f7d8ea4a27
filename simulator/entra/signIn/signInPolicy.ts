/** What the tenant lets people do by themselves: https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent */
export interface SignInPolicy {
  usersMayConsent: boolean;
  /** Object ids of people who have to prove a second factor before they get a token for our API. */
  secondFactor: Set<string>;
}

export const openPolicy = (): SignInPolicy => ({ usersMayConsent: true, secondFactor: new Set() });
