/** The parts of an address, as the directory has them; empty where it has none. */
export interface PostalAddress {
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly city: string;
  readonly state: string;
  /** As it stands in the directory: a code, or a name in one of our languages. */
  readonly country: string;
}
