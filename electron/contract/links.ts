/** The only web pages the app opens, by id: the renderer cannot specify a URL. */
export const links = {
  'onsis-setup-page': 'https://ps-compliance.powerschool-docs.com/pssis-on/latest/onsis-api-reporting-setup',
  'onsis-pae-page':
    'https://ps-compliance.powerschool-docs.com/pssis-on/latest/pending-area-extract-download-and-import',
  'powerschool-credentials-page':
    'https://ps.powerschool-docs.com/pssis-admin/latest/view-oauth-client-credentials',
  'aeries-oneroster-page': 'https://support.aeries.com/support/solutions/articles/14000068197',
  'classlink-access-page': 'https://developer.classlink.com/reference/accessing-data',
} as const;
export type LinkId = keyof typeof links;
export const linkIds = Object.keys(links) as [LinkId, ...LinkId[]];
