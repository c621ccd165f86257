import { moving } from './en-moving';
import { report } from './en-report';
import { reports } from './en-reports';
import { rotation } from './en-rotation';
import { secrets } from './en-secrets';
import { several } from './en-several';
import { trust } from './en-trust';
import { wizard } from './en-wizard';

/** What the screens behind the first one say: fetched with them. */
export const later = { moving, report, reports, rotation, secrets, several, trust, wizard };
