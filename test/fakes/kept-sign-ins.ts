import type { KeptSignIn, KeptSignIns, Rejections } from '../../electron/http/proxy-ways';

/** Forgets at once what a proxy rejected. */
const noRejections: Rejections = {
  has: () => false,
  add: () => undefined,
  remove: () => undefined,
  alone: (_signal, work) => work(),
};

export const keptFor = (open: () => Promise<KeptSignIn | null> = async () => null): KeptSignIns => ({
  open,
  rejections: noRejections,
});
