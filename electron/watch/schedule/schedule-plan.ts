import { launchdPlan } from './launchd';
import type { SchedulePlan, ScheduleWishes } from './plan';
import { systemdPlan } from './systemd';
import { taskSchedulerPlan } from './task-scheduler';

/** null: this system has no schedule that we know. */
export function schedulePlan(wishes: ScheduleWishes): SchedulePlan | null {
  switch (wishes.platform) {
    case 'linux':
      return systemdPlan(wishes);
    case 'darwin':
      return launchdPlan(wishes);
    case 'win32':
      return taskSchedulerPlan(wishes);
    default:
      return null;
  }
}
