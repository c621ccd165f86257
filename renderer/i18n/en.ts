import { common } from './en-common';
import { connections } from './en-connections';
import { report } from './en-report';
import { wizard } from './en-wizard';

/** English, the language the keys are typed by. */
export const en = { common, connections, report, wizard };
export type Words = typeof en;
