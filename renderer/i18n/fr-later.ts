import type { later as english } from './en-later';
import { report } from './fr-report';
import { rotation } from './fr-rotation';
import { secrets } from './fr-secrets';
import { trust } from './fr-trust';
import { wizard } from './fr-wizard';

export const later: typeof english = { report, wizard, secrets, trust, rotation };
