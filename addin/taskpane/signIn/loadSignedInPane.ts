/** Everything behind the sign-in. Its own download: those who are still to sign in need none of it. */
export const loadSignedInPane = () => import(/* webpackChunkName: 'signed-in' */ './SignedInPane.tsx');
