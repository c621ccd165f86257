# Run before the files are removed for good, by the deb and the rpm alike.
profile=/etc/apparmor.d/school-api-setup-wizard
if [ -f "$profile" ]; then
  if command -v apparmor_parser >/dev/null 2>&1; then
    apparmor_parser --remove "$profile" >/dev/null 2>&1 || true
  fi
  rm -f "$profile"
fi
