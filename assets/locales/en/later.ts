import type { CarriedProblem } from '@contract/carried';
import type { Platform } from '@contract/connection-kinds';
import type { CertificateFileProblem, CertificateVerdict } from '@contract/extra-trust';
import type { FactName } from '@contract/finding-facts';
import type { StepId } from '@contract/findings';
import type { PlaceProblem, PolicyFault, PolicyName } from '@contract/policies';
import type { KeptInStep, SharedFailure, Standing } from '@contract/shared-store';
import type { TestAllRow } from '@contract/test-all';
import type { LeftOutReason, TransferReason } from '@contract/transfer';
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

/* What the window's other screens say. */

interface Problem {
  readonly title: string;
  readonly todo: string;
}
type Ended = Exclude<TestAllRow['state'], 'waiting' | 'running'>;
type LeftOut = NonNullable<TestAllRow['leftOut']>;
type Counted<Of extends string> = Record<`${Of}_${'one' | 'other'}`, string>;

export const later = {
  transfer: transfer satisfies {
    readonly problem: Record<TransferReason, Problem>;
    readonly leftOut: Record<LeftOutReason, string>;
  },
  report: report satisfies {
    readonly underWay: Record<StepId, string>;
    readonly skipped: Record<StepId, string>;
    readonly fact: Record<FactName, string>;
  },
  help,
  message,
  nightly,
  otherComputer: otherComputer satisfies {
    readonly platform: Record<Platform | 'unknown', string>;
    readonly refused: Record<CarriedProblem, string>;
  },
  policies: policies satisfies {
    readonly name: Record<PolicyName, string>;
    readonly help: Record<PolicyName, string>;
    readonly reason: Record<PlaceProblem | PolicyFault, string>;
    readonly set: Record<PolicyName, string>;
  },
  reports,
  rotation,
  secrets,
  sharing: sharing satisfies {
    readonly standing: Record<Standing, string>;
    readonly means: Record<Standing, string>;
    readonly keeping: {
      readonly counted: Counted<KeptInStep | 'failed'>;
      readonly result: Record<KeptInStep, string>;
    };
    readonly failure: Record<SharedFailure['code'], Problem>;
  },
  testAll: testAll satisfies {
    readonly counted: Counted<Ended>;
    readonly leftOut: Counted<LeftOut>;
    readonly row: {
      readonly leftOut: Record<LeftOut, string>;
      readonly notSaved: Record<Extract<Ended, 'proved' | 'not-proved' | 'stopped'>, string>;
    };
  },
  trust: {
    ...(trust satisfies { readonly verdict: Record<Exclude<CertificateVerdict, 'good'>, string> }),
    file: file satisfies Record<CertificateFileProblem, string>,
  },
  wizard,
};
