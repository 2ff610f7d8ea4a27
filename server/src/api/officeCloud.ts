/** What differs between Microsoft's clouds for an add-in. */
export interface OfficeCloud {
  /** Where people sign in. */
  readonly signIn: readonly string[];
  /** Which pages may show ours in a frame. */
  readonly outlookHosts: readonly string[];
  readonly officeScript: string;
}

/** The one that our pages, as they are built, load. */
export const worldwideOfficeScript = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const worldwide: OfficeCloud = {
  signIn: ['https://login.microsoftonline.com'],
  outlookHosts: [
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://outlook.live.com',
    'https://*.cloud.microsoft',
    'https://*.office.com',
  ],
  officeScript: worldwideOfficeScript,
};

const governmentOutlook = [
  'https://outlook.office365.us',
  'https://outlook-dod.office365.us',
  'https://*.office365.us',
  'https://webmail.apps.mil',
  'https://*.apps.mil',
];

/**
 * By the address of Microsoft Graph, which tells also the two clouds apart that share a place to sign in. Addresses:
 * https://learn.microsoft.com/graph/deployments and https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges;
 * scripts: https://learn.microsoft.com/office/dev/add-ins/publish/government-cloud-guidance.
 */
const clouds: Readonly<Record<string, OfficeCloud>> = {
  'graph.microsoft.us': {
    signIn: ['https://login.microsoftonline.us'],
    outlookHosts: governmentOutlook,
    officeScript: 'https://appsforoffice.gcch.cdn.office.net/appsforoffice/lib/1/hosted/office.js',
  },
  'dod-graph.microsoft.us': {
    signIn: ['https://login.microsoftonline.us'],
    outlookHosts: governmentOutlook,
    officeScript: 'https://appsforoffice.dod.cdn.office.net/appsforoffice/lib/1/hosted/office.js',
  },
  'microsoftgraph.chinacloudapi.cn': {
    signIn: ['https://login.partner.microsoftonline.cn', 'https://login.chinacloudapi.cn'],
    outlookHosts: ['https://partner.outlook.cn', 'https://*.partner.outlook.cn'],
    officeScript: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  },
};

/** The cloud of a Graph address; the worldwide one for every address that is of no other. */
export const officeCloudOf = (graphUrl: string): OfficeCloud => clouds[new URL(graphUrl).host] ?? worldwide;
