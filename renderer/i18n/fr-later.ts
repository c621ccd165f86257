import type { later as english } from './en-later';
import { moving } from './fr-moving';
import { report } from './fr-report';
import { reports } from './fr-reports';
import { rotation } from './fr-rotation';
import { secrets } from './fr-secrets';
import { several } from './fr-several';
import { trust } from './fr-trust';
import { wizard } from './fr-wizard';

export const later: typeof english = {
  moving,
  report,
  reports,
  rotation,

  secrets,
  several,
  trust,
  wizard,
};
