/*
 * Who the app is to the operating system. Frozen for ever: the keyring entry, the DPAPI-wrapped key and the data
 * folder hang on these names, and a change of any of them makes every saved secret unreadable
 * (electron#39733, electron#40430). `electron-builder.yml` and `package.json` repeat them; a test compares.
 */
export const PRODUCT_NAME = 'School API Setup Wizard';
export const APP_ID = 'org.schoolapisetup.wizard';
export const USER_DATA_FOLDER = 'School API Setup Wizard';

/** Electron majors below this are out of support: one that runs is a stand-in for development and tests. */
export const OLDEST_SHIPPED_ELECTRON = 42;

/** The window's own origin. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'wizard';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Defined by the development build alone (vite.config.ts): where its dev server serves the pages. */
declare const DEV_PAGE_ORIGIN: string;
export const DEV_ORIGIN: string | null = typeof DEV_PAGE_ORIGIN === 'undefined' ? null : DEV_PAGE_ORIGIN;

/** Defined by the build (vite.config.ts): the name under which its source maps are kept. */
declare const BUILD_NAME: string;
export const BUILD_ID: string = typeof BUILD_NAME === 'undefined' ? 'test' : BUILD_NAME;

/** Where the window's pages come from. */
export const PAGE_ORIGIN = DEV_ORIGIN ?? APP_ORIGIN;
