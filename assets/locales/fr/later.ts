import type { later as english } from '../en/later';
import file from './certificate-file.json' with { type: 'json' };
import help from './help.json' with { type: 'json' };
import message from './message.json' with { type: 'json' };
import nightly from './nightly.json' with { type: 'json' };
import otherComputer from './other-computer.json' with { type: 'json' };
import policies from './policies.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import reports from './reports.json' with { type: 'json' };
import rotation from './rotation.json' with { type: 'json' };
import secrets from './secrets.json' with { type: 'json' };
import sharing from './sharing.json' with { type: 'json' };
import testAll from './test-all.json' with { type: 'json' };
import transfer from './transfer.json' with { type: 'json' };
import trust from './trust.json' with { type: 'json' };
import wizard from './wizard.json' with { type: 'json' };

export const later: typeof english = {
  transfer,
  report,
  help,
  message,
  nightly,
  otherComputer,
  policies,
  reports,
  rotation,
  secrets,
  sharing,
  testAll,
  trust: { ...trust, file },
  wizard,
};
