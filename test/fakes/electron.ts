/*
 * Stands in for the `electron` module in the tiers that run without Electron. It offers nothing: a test that
 * reaches an Electron API by accident fails instead of passing on a pretended answer.
 */
const nothing = undefined;
export const app = nothing;
export const ipcMain = nothing;
export const shell = nothing;
export default { app, ipcMain, shell };
