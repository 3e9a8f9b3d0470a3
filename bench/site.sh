# What the measures share: a site of their own, on loopback, that is stopped by its own process. Needs $work, $data, $port, $site_url.

install_tools() { # Debian packages
  local missing=() admin=() tool
  for tool in "$@"; do
    command -v "${tool%-light}" >/dev/null || [ -x "/usr/sbin/${tool%-light}" ] || missing+=("$tool")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null && admin=(sudo)
  fi
  if ! command -v apt-get >/dev/null || { [ "$(id -u)" -ne 0 ] && [ ${#admin[@]} -eq 0 ]; }; then
    echo "Il manque ${missing[*]} : installez-les, ou relancez en root ou avec sudo (Debian, Ubuntu)." >&2
    return 1
  fi
  echo "J'installe ${missing[*]} (apt-get)…"
  { ${admin[@]+"${admin[@]}"} apt-get update -q && ${admin[@]+"${admin[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$work/apt.log" 2>&1
}

stop() {
  local pid=$1
  [ -n "$pid" ] || return 0
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

# Sets `site` and `took`, the seconds to the first page.
start_site() {
  local begin
  begin=$(date +%s.%N)
  PORTEVOIX_DATA="$data" MICRONAUT_SERVER_PORT=$port PORTEVOIX_PROXIES=127.0.0.1 ./run >"$work/site.log" 2>&1 &
  site=$!
  until curl -fs -o /dev/null "$site_url/fr"; do
    kill -0 "$site" 2>/dev/null || { cat "$work/site.log" >&2; return 1; }
    sleep 0.05
  done
  took=$(since "$begin")
}

since() { echo "$1 $(date +%s.%N)" | awk '{printf "%.1f", $2 - $1}'; }

megabytes() { awk '/^VmRSS/{printf "%d", $2 / 1024}' "/proc/$1/status"; }

ticks() { # of processor time that these processes have taken, in hundredths of a second
  local all=0 pid
  for pid in "$@"; do all=$((all + $(awk '{print $14 + $15}' "/proc/$pid/stat"))); done
  echo "$all"
}

ratio() { echo "$1 $2" | awk '{printf "%.2f", $1 / $2}'; }
