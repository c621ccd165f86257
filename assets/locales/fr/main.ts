import type { main as english } from '../en/main';
import carried from './carried.json' with { type: 'json' };
import commandLine from './command-line.json' with { type: 'json' };
import comparison from './comparison.json' with { type: 'json' };
import desktop from './desktop.json' with { type: 'json' };
import explained from './explained.json' with { type: 'json' };
import faults from './faults.json' with { type: 'json' };
import fileNames from './file-names.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import names from './names.json' with { type: 'json' };
import networkRequest from './network-request.json' with { type: 'json' };
import onsisMail from './onsis-mail.json' with { type: 'json' };
import otherWays from './other-ways.json' with { type: 'json' };
import practice from './practice.json' with { type: 'json' };
import programBug from './program-bug.json' with { type: 'json' };
import providers from './providers.json' with { type: 'json' };
import renderedReport from './rendered-report.json' with { type: 'json' };
import signInPage from './sign-in-page.json' with { type: 'json' };
import sources from './sources.json' with { type: 'json' };
import aeries from './systems/aeries-oneroster.json' with { type: 'json' };
import classlinkDirect from './systems/classlink-direct.json' with { type: 'json' };
import classlinkProxy from './systems/classlink-proxy.json' with { type: 'json' };
import edFi from './systems/ed-fi.json' with { type: 'json' };
import oneroster from './systems/oneroster.json' with { type: 'json' };
import onsis from './systems/onsis.json' with { type: 'json' };
import powerschool from './systems/powerschool.json' with { type: 'json' };
import watch from './watch.json' with { type: 'json' };

export const main: typeof english = {
  carried,
  commandLine,
  comparison,
  desktop,
  explained,
  faults,
  fileNames,
  findings,
  history,
  names,
  networkRequest,
  onsisMail,
  otherWays,
  practice,
  programBug,
  providers,
  signInPage,
  sources,
  systems: {
    'aeries-oneroster': aeries,
    'classlink-direct': classlinkDirect,
    'classlink-proxy': classlinkProxy,
    'ed-fi': edFi,
    oneroster,
    onsis,
    powerschool,
  },
  renderedReport,
  watch,
};
