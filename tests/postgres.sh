# shellcheck shell=bash
# One throw-away PostgreSQL cluster for a test run: in a temporary folder, on 127.0.0.1 and a socket, gone afterwards.
# It trusts everybody and does not wait for the disk, which is right for a test and for nothing else.

postgres_folder=""
postgres_url=""
postgres_problem=""
postgres_bin=""

# Prints the folder of the newest PostgreSQL server programs on this machine, or nothing.
postgres_programs() {
  local folder
  folder=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
  if [ -x "$folder/initdb" ]; then
    echo "$folder"
  elif command -v initdb >/dev/null 2>&1; then
    dirname "$(command -v initdb)"
  fi
}

# Runs a server program as somebody other than root, which initdb and the server refuse to be, from a folder they may enter.
as_postgres() {
  if [ "$(id -u)" -ne 0 ]; then
    (cd / && "$@")
  elif id postgres >/dev/null 2>&1; then
    (cd / && runuser -u postgres -- "$@")
  else
    (cd / && runuser -u nobody -- "$@")
  fi
}

free_port() {
  node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

# Starts the cluster and sets postgres_url; on failure sets postgres_problem and returns 1.
start_postgres() {
  local port try options
  postgres_bin=$(postgres_programs)
  if [ -z "$postgres_bin" ]; then
    postgres_problem="PostgreSQL is not here and may not be installed by this user (apt-get install postgresql)."
    return 1
  fi
  postgres_folder=$(mktemp -d /tmp/wherry-postgres.XXXXXX)
  if [ "$(id -u)" -eq 0 ]; then
    chown "$(id postgres >/dev/null 2>&1 && echo postgres || echo nobody)" "$postgres_folder"
  fi
  if ! as_postgres "$postgres_bin/initdb" --pgdata="$postgres_folder/data" --username=wherry --auth=trust \
    --encoding=UTF8 --locale=C --no-sync >test-output/logs/postgres-initdb.log 2>&1; then
    postgres_problem="initdb failed: test-output/logs/postgres-initdb.log says why."
    return 1
  fi
  for try in 1 2 3; do
    port=$(free_port)
    options="-p $port -k $postgres_folder -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=64MB"
    options+=" -c fsync=off -c full_page_writes=off"
    if as_postgres "$postgres_bin/pg_ctl" --pgdata="$postgres_folder/data" --log="$postgres_folder/server.log" \
      --wait --timeout=60 --options="$options" start </dev/null >/dev/null 2>&1; then
      postgres_url="postgres://wherry@127.0.0.1:$port/postgres"
      echo "PostgreSQL $(cat "$postgres_folder/data/PG_VERSION") for this run: 127.0.0.1:$port."
      return 0
    fi
    echo "PostgreSQL did not start on port $port (try $try of 3)."
  done
  cp "$postgres_folder/server.log" test-output/logs/postgres-server.log 2>/dev/null || true
  postgres_problem="the test cluster did not start: test-output/logs/postgres-server.log says why."
  return 1
}

# Stops the cluster and removes its folder; safe to call at any time and more than once.
stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  if [ -f "$postgres_folder/data/postmaster.pid" ]; then
    as_postgres "$postgres_bin/pg_ctl" --pgdata="$postgres_folder/data" --mode=immediate stop >/dev/null 2>&1 || true
  fi
  rm -rf "$postgres_folder"
  postgres_folder=""
}
