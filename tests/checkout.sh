# shellcheck shell=bash
# Shared by ./run and ./test: is the checkout whole, are the tools here, and are the npm packages those of the lock file?
# Every problem is one sentence with its mend. Sourced with the working directory at the root of the checkout.

# Problems found so far, one a line.
problems=""

problem() {
  problems+="  - $1"$'\n'
}

# Prints the problems found and stops, if there are any.
stop_on_problems() {
  if [ -n "$problems" ]; then
    printf '%s cannot start:\n%s' "$1" "$problems" >&2
    exit 1
  fi
}

# at_least HAVE WANT: is version HAVE (numbers with dots) at least WANT?
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

check_checkout() {
  local file missing first count
  for file in Cargo.toml Cargo.lock package.json package-lock.json app/Cargo.toml; do
    [ -f "$file" ] || problem "$file is not here, so this checkout is incomplete. Mend: git restore $file, or clone afresh."
  done
  for file in app areas platform docs tests; do
    [ -d "$file" ] || problem "The folder $file/ is not here, so this checkout is incomplete. Mend: git restore $file, or clone afresh."
  done
  command -v git >/dev/null 2>&1 || return 0
  # A source archive has no .git: then the files above are all that can be looked for.
  [ "$(git rev-parse --show-cdup 2>/dev/null || echo none)" = "" ] || return 0
  missing=$(git ls-files --deleted)
  if [ -n "$missing" ]; then
    first=$(head -n 1 <<<"$missing")
    count=$(wc -l <<<"$missing" | tr -d ' ')
    problem "$count file(s) that git knows are missing from the folder, the first is $first. Mend: git restore . (or commit their removal)."
  fi
  missing=$(git ls-files -v | grep '^S ' | cut -c3- || true)
  if [ -n "$missing" ]; then
    first=$(head -n 1 <<<"$missing")
    problem "This is a sparse checkout, so files such as $first are left out. Mend: git sparse-checkout disable."
  fi
  missing=$(git ls-files --unmerged | cut -f 2 | sort -u)
  if [ -n "$missing" ]; then
    first=$(head -n 1 <<<"$missing")
    problem "A merge is unfinished: $first still has conflicts. Mend: resolve it and commit, or git merge --abort."
  fi
}

check_tools() {
  local version
  if command -v cargo >/dev/null 2>&1; then
    version=$(cargo --version 2>/dev/null | sed -n 's/^cargo \([0-9.]*\).*/\1/p')
    at_least "${version:-0}" 1.95 ||
      problem "cargo is version ${version:-unknown} and 1.95 or later is needed. Mend: rustup update stable."
  else
    problem "cargo is not here. Mend: install Rust 1.95 or later with rustup (rustup.rs)."
  fi
  command -v cc >/dev/null 2>&1 ||
    problem "There is no C compiler (cc), which the embedded database is built with. Mend: apt-get install gcc libc6-dev."
  if command -v node >/dev/null 2>&1; then
    version=$(node --version | sed 's/^v//')
    at_least "$version" 20 || problem "node is version $version and 20 or later is needed. Mend: install a newer Node.js."
  else
    problem "node is not here; the build takes the design system's files from an npm package. Mend: install Node.js 20 or later."
  fi
  command -v npm >/dev/null 2>&1 || problem "npm is not here. Mend: install the npm that belongs to your Node.js."
}

# Installs node_modules when it is missing or was made from another lock file. The stamp is the lock's own hash.
install_npm_packages() {
  local stamp=node_modules/.wherry-lock wanted
  wanted=$(node -e 'const c=require("crypto"),f=require("fs");const h=c.createHash("sha256");for(const n of["package.json","package-lock.json"])h.update(f.readFileSync(n));console.log(h.digest("hex"))')
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return 0
  if [ -d node_modules ]; then
    echo "node_modules does not match package-lock.json: installing the npm packages again."
  else
    echo "Installing the npm packages named in package-lock.json."
  fi
  if ! npm ci --no-audit --no-fund --ignore-scripts --loglevel=error </dev/null; then
    echo "npm ci failed. If it says that package.json and package-lock.json differ, the checkout is stale:" \
      "run git status, and git restore package.json package-lock.json. Otherwise look at the network." >&2
    return 1
  fi
  printf '%s\n' "$wanted" >"$stamp"
}

# Where cargo puts what it builds: heeds CARGO_TARGET_DIR and cargo's own configuration.
target_folder() {
  local metadata
  metadata=$(cargo metadata --format-version 1 --no-deps --offline) || return 1
  sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p' <<<"$metadata"
}
