import type { SchoolNetwork } from '../faults/school-network';

/** A network whose programs share the names and accounts of the school. */
export interface Premises {
  readonly network: SchoolNetwork;
  /** A path in the school's folder. */
  place(name: string): string;
  /** Runs a program to its end and returns its output. */
  run(program: string, args: readonly string[], input?: string): string;
}
