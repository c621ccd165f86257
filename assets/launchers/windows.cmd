@echo off
rem The wizard without its window: school-api-setup-wizard-cli check ... (docs/command-line.md).
rem A prompt does not wait for a program with a window and gets no output from it. A script like this one does wait
rem (see: start /?), hands its standard input and output on, and ends with the program's exit status.
setlocal DisableDelayedExpansion
rem Set, this would keep the program away from the console it was started in.
set "ELECTRON_NO_ATTACH_CONSOLE="
call :here
"%here%school-api-setup-wizard.exe" --log-level=3 --disable-gpu -- %*
exit /b %ERRORLEVEL%

rem Found through PATH and started in quotes, a script is told the current folder as its own; a subroutine is not.
:here
set "here=%~dp0"
exit /b
