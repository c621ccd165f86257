import { join } from 'node:path';
import { escapeHtml } from '@contract/escape-html';
import { PRODUCT_NAME } from '../../identity';
import {
  LONGEST_RUN_HOURS,
  nightlyWords,
  type SchedulePlan,
  type ScheduleWishes,
  SPREAD_MINUTES,
  timeBy,
} from './plan';

const TASK = `${PRODUCT_NAME}\\Nightly test`;

/**
 * A task of Windows' Task Scheduler. It runs as the signed-in user, whose key decrypts the secrets. With a stored
 * password it also runs while nobody is signed in; "do not store password" would not do, because then Windows does not
 * open that key.
 */
export function taskSchedulerPlan(wishes: ScheduleWishes): SchedulePlan {
  const { dataFolder, launcher, at } = wishes;
  const path = join(dataFolder, 'watch', 'nightly-task.xml');
  return {
    files: [
      { path, text: taskText(launcher, nightlyWords(wishes).map(quoted).join(' '), at), encoding: 'utf16' },
    ],
    toInstall: [['schtasks', '/Create', '/F', '/TN', TASK, '/XML', path]],
    toRemove: { before: [['schtasks', '/Delete', '/F', '/TN', TASK]], after: [] },
    leftovers: [],
    always: `schtasks /Change /TN "${TASK}" /RU %USERDOMAIN%\\%USERNAME% /RP *`,
    toFind: null,
    toAsk: ['schtasks', '/Query', '/TN', TASK],
    launcherAs: `<Command>${escapeHtml(launcher)}</Command>`,
    timeIn: timeBy(/<StartBoundary>[^<T]*T(\d\d):(\d\d)/),
    spreadMinutes: SPREAD_MINUTES,
  };
}

const taskText = (
  program: string,
  words: string,
  at: string,
): string => `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>${PRODUCT_NAME}: nightly test of all saved connections</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T${at}:00</StartBoundary>
      <RandomDelay>PT${SPREAD_MINUTES}M</RandomDelay>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT${LONGEST_RUN_HOURS}H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escapeHtml(program)}</Command>
      <Arguments>${escapeHtml(words)}</Arguments>
    </Exec>
  </Actions>
</Task>
`;

/** As the C runtime splits a command line; a path cannot contain a quote. */
const quoted = (word: string): string => (/\s/.test(word) ? `"${word}"` : word);
