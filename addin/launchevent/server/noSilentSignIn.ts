/** This client cannot sign anybody in without asking; a window of the pane can. */
export class NoSilentSignIn extends Error {}
