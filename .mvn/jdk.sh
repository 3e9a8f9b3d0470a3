# Sourced by ./run, ./test: prints the home of a JDK 25 or newer, or says what to install.

jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local on_path candidate major
  on_path=$(command -v java) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/java}
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    major=$(jdk_major "$candidate") || continue
    if [ "${major:-0}" -ge 25 ]; then
      echo "$candidate"
      return 0
    fi
  done
  echo "Il faut un JDK 25 ou plus récent (par exemple Eclipse Temurin) : installez-le, ou indiquez-le avec JAVA_HOME." >&2
  return 1
}

need_maven() {
  command -v mvn >/dev/null && return 0
  echo "Il faut Maven 3.8 ou plus récent : installez-le (sous Debian ou Ubuntu : sudo apt-get install maven)." >&2
  return 1
}
