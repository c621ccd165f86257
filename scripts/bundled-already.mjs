/**
 * electron-builder's `beforeBuild`. Answering false says that dependencies are no business of its: the build has
 * bundled them. Without this it packs the checkout's whole node_modules.
 */
export default function beforeBuild() {
  return false;
}
