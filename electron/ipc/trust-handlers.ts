import type { ExtraCertificates } from '../services/extra-certificates';
import { answered } from './answered';
import type { Handlers } from './handlers';

type TrustChannels = 'extra-trust' | 'choose-certificates' | 'accept-certificates' | 'remove-certificate';

export function trustHandlers(certificates: ExtraCertificates): Pick<Handlers, TrustChannels> {
  return {
    'extra-trust': ({ id }) => answered(certificates.view(id)),
    'choose-certificates': ({ id }) => answered(certificates.choose(id)),
    'accept-certificates': ({ id, token }) => answered(certificates.accept(id, token)),
    'remove-certificate': ({ id, fingerprint }) => answered(certificates.remove(id, fingerprint)),
  };
}
