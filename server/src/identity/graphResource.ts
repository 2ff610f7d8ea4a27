/**
 * What permissions of Microsoft Graph are asked of: each cloud has its own, and Entra there knows no other. A loopback Graph
 * stands in for Microsoft's, whose name is the resource's.
 */
export const graphResource = (graphUrl: string): string =>
  graphUrl.startsWith('https:') ? new URL(graphUrl).origin : 'https://graph.microsoft.com';
