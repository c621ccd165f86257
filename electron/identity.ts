/*
 * The app's identity to the operating system. Never change it: the keyring entry, the DPAPI-wrapped key and the data
 * folder depend on these names, and any change makes all saved secrets unreadable (electron#39733, electron#40430).
 * `electron-builder.yml` and `package.json` repeat them; a test compares.
 */
export const PRODUCT_NAME = 'School API Setup Wizard';
export const APP_ID = 'org.schoolapisetup.wizard';
export const USER_DATA_FOLDER = 'School API Setup Wizard';

/** Older Electron versions are out of support and used only for development and tests. */
export const OLDEST_SHIPPED_ELECTRON = 42;

/** The window's own origin. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'wizard';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Defined only by the development build (vite.config.ts): the origin of its dev server. */
declare const DEV_PAGE_ORIGIN: string;
export const DEV_ORIGIN: string | null = typeof DEV_PAGE_ORIGIN === 'undefined' ? null : DEV_PAGE_ORIGIN;

/** Defined by the build (vite.config.ts): the id under which its source maps are stored. */
declare const BUILD_NAME: string;
export const BUILD_ID: string = typeof BUILD_NAME === 'undefined' ? 'test' : BUILD_NAME;

/** The origin of the window's pages. */
export const PAGE_ORIGIN = DEV_ORIGIN ?? APP_ORIGIN;
