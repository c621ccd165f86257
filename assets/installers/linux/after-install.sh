# Run after the files are in place, by the deb and the rpm alike.
opt=/opt/school-api-setup-wizard
profile=/etc/apparmor.d/school-api-setup-wizard

# Ubuntu 24.04 and later: load the profile that allows user namespaces. Older AppArmor rejects it, and does not need it.
profiled=no
if command -v apparmor_parser >/dev/null 2>&1 && [ -d /etc/apparmor.d ]; then
  if apparmor_parser --skip-kernel-load --skip-cache --quiet "$opt/apparmor-profile" >/dev/null 2>&1; then
    install -m 0644 "$opt/apparmor-profile" "$profile"
    if [ -d /sys/kernel/security/apparmor ] &&
      apparmor_parser --replace --write-cache --skip-read-cache "$profile" >/dev/null 2>&1; then
      profiled=yes
    fi
  else
    rm -f "$profile"
  fi
fi

# Chromium's sandbox uses user namespaces. Its set-uid helper replaces them only where an ordinary user cannot have them:
# the kernel has them turned off, allows none, or restricts them to profiles and ours could not be loaded.
says() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }
mode=0755
if says /proc/sys/kernel/unprivileged_userns_clone 0 ||
  says /proc/sys/user/max_user_namespaces 0 ||
  { says /proc/sys/kernel/apparmor_restrict_unprivileged_userns 1 && [ "$profiled" = no ]; }; then
  mode=4755
fi
chmod "$mode" "$opt/chrome-sandbox"
