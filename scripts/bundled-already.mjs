/**
 * electron-builder's `beforeBuild` hook. Returning false tells it to leave dependencies alone, since the build has
 * bundled them. Otherwise it packs the checkout's whole node_modules.
 */
export default function beforeBuild() {
  return false;
}
