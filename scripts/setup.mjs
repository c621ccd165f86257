import { setUpDebianPackages } from './lib/debian-packages.mjs';
import { setUpElectron } from './lib/electron-runtime.mjs';
import { app } from './lib/project.mjs';
import { setUpWindowsNode } from './lib/windows-node.mjs';

/**
 * Sets up everything a command needs beyond the npm packages, which `ranOnOwnNode` has installed. A second run finds
 * everything in place at once.
 * @param {'window' | 'walkthrough' | 'tests'} need
 * @param {import('./lib/project.mjs').Say} say
 * @param {string} [appFolder] what Electron is to run
 * @returns {Promise<import('./lib/electron-runtime.mjs').ElectronRuntime>}
 */
export async function setUp(need, say, appFolder = app) {
  await setUpDebianPackages(need, say);
  if (need === 'tests' && process.platform === 'linux') await setUpWindowsNode(say);
  return setUpElectron(say, appFolder);
}
