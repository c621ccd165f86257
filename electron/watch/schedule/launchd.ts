import { posix } from 'node:path';
import { escapeHtml } from '@contract/escape-html';
import { APP_ID } from '../../identity';
import { later, nightlyWords, type SchedulePlan, type ScheduleWishes, spreadOf, timeBy } from './plan';

const LABEL = `${APP_ID}.watch`;

/** A launch agent of the user. launchd makes up a start that the Mac slept through, not one while it was off. */
export function launchdPlan(wishes: ScheduleWishes): SchedulePlan {
  const { home, launcher, userId } = wishes;
  const path = posix.join(home, 'Library', 'LaunchAgents', `${LABEL}.plist`);
  const domain = `gui/${userId}`;
  return {
    files: [
      { path, text: propertyList([launcher, ...nightlyWords(wishes)], startOf(wishes)), encoding: 'utf8' },
    ],
    toInstall: [['launchctl', 'bootstrap', domain, path]],
    toRemove: { before: [['launchctl', 'bootout', `${domain}/${LABEL}`]], after: [] },
    leftovers: [],
    always: null,
    toFind: null,
    toAsk: ['launchctl', 'print', `${domain}/${LABEL}`],
    launcherAs: `<string>${escapeHtml(launcher)}</string>`,
    timeIn: timeBy(/<key>Hour<\/key>\s*<integer>(\d+)<\/integer>\s*<key>Minute<\/key>\s*<integer>(\d+)</),
    spreadMinutes: 0,
  };
}

/** launchd cannot spread starts, so each computer has its own minute. */
function startOf({ at, seed }: ScheduleWishes): { readonly hour: number; readonly minute: number } {
  const [hour = 0, minute = 0] = later(at, spreadOf(seed)).split(':').map(Number);
  return { hour, minute };
}

const propertyList = (
  words: readonly string[],
  { hour, minute }: { readonly hour: number; readonly minute: number },
): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${LABEL}</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${escapeHtml(word)}</string>`).join('\n')}
  </array>
  <key>StartCalendarInterval</key>
  <dict>
    <key>Hour</key>
    <integer>${hour}</integer>
    <key>Minute</key>
    <integer>${minute}</integer>
  </dict>
  <key>ProcessType</key>
  <string>Background</string>
  <key>StandardOutPath</key>
  <string>/dev/null</string>
</dict>
</plist>
`;
