/** How the program names itself to every server. */
export const userAgentOf = (appVersion: string): string => `SchoolAPISetupWizard/${appVersion}`;
