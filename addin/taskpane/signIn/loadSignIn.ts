/** What is there for those who are not signed in. Its own download: whoever is needs none of it. */
export const loadSignIn = () => import(/* webpackChunkName: 'sign-in' */ './SignInPages.tsx');
