/*
 * Replaces the `electron` module in tiers that run without Electron. It provides nothing: a test that accidentally
 * reaches an Electron API fails instead of passing on a fake answer.
 */
const nothing = undefined;
export const app = nothing;
export const ipcMain = nothing;
export const shell = nothing;
export default { app, ipcMain, shell };
