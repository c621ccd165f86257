/*
 * The program without its window, for prompts, scripts and monitoring: school-api-setup-wizard-cli check ...
 * (docs/command-line.md).
 *
 * A prompt does not wait for a program with a window, and gets no output from it. This one has a console: it starts the
 * program beside it, hands standard input and output on, waits, and ends with the program's exit status. A batch file
 * could do the same, but whoever starts a batch file starts cmd, which reads `&` in a word as the next command.
 */

#include <windows.h>

#define PROGRAM L"school-api-setup-wizard.exe"
/* "--" ends the switches: whatever follows is a word for the program, never a switch for Chromium. */
#define SWITCHES L" --log-level=3 --disable-gpu -- "
/* CreateProcessW takes no more. */
#define LONGEST 32767
/* Nothing was checked (docs/command-line.md). */
#define NOT_CHECKED 2

static WCHAR program[LONGEST];
static WCHAR line[LONGEST];

static int stop(const char *why) {
  DWORD written;
  WriteFile(GetStdHandle(STD_ERROR_HANDLE), why, lstrlenA(why), &written, NULL);
  return NOT_CHECKED;
}

/* What was typed behind this launcher's own name, untouched, so that no quotation mark changes its meaning. */
static const WCHAR *words(void) {
  const WCHAR *at = GetCommandLineW();
  BOOL quoted = FALSE;
  for (; *at != 0 && (quoted || (*at != L' ' && *at != L'\t')); at++)
    if (*at == L'"') quoted = !quoted;
  while (*at == L' ' || *at == L'\t') at++;
  return at;
}

/* Ctrl+C reaches every program of the console. The started one decides; this one reports what became of it. */
static BOOL WINAPI stay(DWORD event) {
  (void)event;
  return TRUE;
}

/* Ends the started program with this one, however this one ends. */
static HANDLE makeJob(void) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  HANDLE job = CreateJobObjectW(NULL, NULL);
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  if (job != NULL) SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return job;
}

int wmain(void) {
  STARTUPINFOW start = {0};
  PROCESS_INFORMATION started;
  HANDLE job = makeJob();
  DWORD status;
  DWORD length = GetModuleFileNameW(NULL, program, LONGEST);
  if (length == 0 || length + lstrlenW(PROGRAM) >= LONGEST) return stop("The launcher's own path is too long.\r\n");
  while (length > 0 && program[length - 1] != L'\\') length--;
  lstrcpyW(program + length, PROGRAM);

  const WCHAR *given = words();
  if (lstrlenW(program) + lstrlenW(SWITCHES) + lstrlenW(given) + 3 >= LONGEST)
    return stop("The command line is too long.\r\n");
  lstrcpyW(line, L"\"");
  lstrcatW(line, program);
  lstrcatW(line, L"\"");
  lstrcatW(line, SWITCHES);
  lstrcatW(line, given);

  /* Set, this would keep the program away from the console it was started in. */
  SetEnvironmentVariableW(L"ELECTRON_NO_ATTACH_CONSOLE", NULL);
  SetConsoleCtrlHandler(stay, TRUE);
  start.cb = sizeof start;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
  start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
  start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
  SetHandleInformation(start.hStdInput, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  SetHandleInformation(start.hStdOutput, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  SetHandleInformation(start.hStdError, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  if (!CreateProcessW(program, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &start, &started))
    return stop("The program is not beside this launcher.\r\n");
  if (job != NULL) AssignProcessToJobObject(job, started.hProcess);
  ResumeThread(started.hThread);
  WaitForSingleObject(started.hProcess, INFINITE);
  if (!GetExitCodeProcess(started.hProcess, &status)) status = NOT_CHECKED;
  return (int)status;
}
