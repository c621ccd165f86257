/* Names and identifiers that an installed program is known by. Changing one orphans every installation. */

/** The package, the program in /usr/bin, the file names of the installers. */
export const PACKAGE = 'school-api-setup-wizard';
export const TITLE = 'School API Setup Wizard';
export const APP_ID = 'org.schoolapisetup.wizard';
/** One sentence, as package lists show it. */
export const SUMMARY = 'set up and test API credentials for student information systems';
export const DESCRIPTION = [
  'For school IT staff who are given API credentials for the system that holds their student data.',
  'The program guides the setup, keeps the secret in the encrypted storage of the operating system, and tests the',
  'connection. If a test fails, it says what is wrong, whose job it is and what to do.',
].join(' ');
export const MAINTAINER = 'School API Setup Wizard <wizard@schoolapisetup.invalid>';
/** Where deb, rpm and tar.gz put the program: a vendor's package belongs into /opt (FHS 3.13). */
export const OPT = `/opt/${PACKAGE}`;
/** Where the program looks for the organization's policies (electron/policies/policy-file.ts). */
export const POLICY_FOLDER = `/etc/${PACKAGE}`;
