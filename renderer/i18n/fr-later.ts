import type { later as english } from './en-later';
import { moving } from './fr-moving';
import { report } from './fr-report';
import { secrets } from './fr-secrets';
import { trust } from './fr-trust';
import { wizard } from './fr-wizard';

export const later: typeof english = { moving, report, wizard, secrets, trust };
