//! A throw-away PostgreSQL cluster in a temporary folder: unix socket only, nobody asked for a password, nothing
//! flushed. PostgreSQL refuses to run as root, so root runs it as the user `postgres` or `nobody`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The shared cluster goes when no test has asked for it for this long.
const IDLE_SECONDS: u32 = 600;

/// A running cluster that belongs to whoever started it, and stops when dropped.
#[derive(Debug)]
pub struct Cluster {
    folder: tempfile::TempDir,
    programs: PathBuf,
}

impl Cluster {
    /// Starts a cluster of one's own, for a test that stops and starts it.
    pub fn start() -> Result<Self, String> {
        let programs = programs()?;
        let folder = tempfile::Builder::new()
            .prefix("wherry-pg-")
            .tempdir()
            .map_err(|error| format!("no temporary folder: {error}"))?;
        create(&programs, folder.path())?;
        boot(&programs, folder.path())?;
        Ok(Self { folder, programs })
    }

    /// The URL of its first database.
    #[must_use]
    pub fn url(&self) -> String {
        url(self.folder.path())
    }

    /// Stops it at once, as a crash would.
    pub fn crash(&self) -> Result<(), String> {
        pg_ctl(&self.programs, self.folder.path(), &["stop", "-m", "immediate", "-w"])
    }

    /// Starts it again.
    pub fn restart(&self) -> Result<(), String> {
        boot(&self.programs, self.folder.path())
    }

    /// The cluster that all test processes of this machine share: started by the first, stopped when idle. Returns its URL.
    pub fn shared() -> Result<String, String> {
        let programs = programs()?;
        let folder = std::env::temp_dir().join(format!("wherry-pg-shared-{}", whoami()?));
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let lock = File::create(folder.join("lock")).map_err(|error| format!("{}: {error}", folder.display()))?;
        lock.lock().map_err(|error| format!("the lock of the shared cluster: {error}"))?;
        let cluster = folder.join("cluster");
        fs::write(folder.join("used"), "").map_err(|error| format!("{}: {error}", folder.display()))?;
        if pg_ctl(&programs, &cluster, &["status"]).is_err() {
            if cluster.exists() {
                fs::remove_dir_all(&cluster).map_err(|error| format!("{}: {error}", cluster.display()))?;
            }
            fs::create_dir(&cluster).map_err(|error| format!("{}: {error}", cluster.display()))?;
            create(&programs, &cluster)?;
            boot(&programs, &cluster)?;
            watch(&programs, &folder, &cluster)?;
        }
        Ok(url(&cluster))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = self.crash();
    }
}

/// The newest PostgreSQL of Debian's layout, or the one on the path.
fn programs() -> Result<PathBuf, String> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").exists())
        .collect();
    found.sort();
    if let Some((_, folder)) = found.pop() {
        return Ok(folder);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .find(|folder| folder.join("initdb").exists())
        .ok_or_else(|| "neither /usr/lib/postgresql nor the path has initdb".to_owned())
}

fn whoami() -> Result<String, String> {
    let output = Command::new("id").arg("-u").output().map_err(|error| format!("id: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command, as another user when this one is root.
fn command(program: &Path) -> Result<Command, String> {
    if whoami()? != "0" {
        return Ok(Command::new(program));
    }
    let mut command = Command::new("runuser");
    command.arg("-u").arg(unprivileged()).arg("--").arg(program);
    Ok(command)
}

fn unprivileged() -> &'static str {
    let known = fs::read_to_string("/etc/passwd").unwrap_or_default();
    if known.lines().any(|line| line.starts_with("postgres:")) { "postgres" } else { "nobody" }
}

fn run(mut command: Command, what: &str) -> Result<(), String> {
    let output = command.current_dir("/").stdin(Stdio::null()).output().map_err(|error| format!("{what}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{what}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

fn create(programs: &Path, folder: &Path) -> Result<(), String> {
    if whoami()? == "0" {
        let mut chown = Command::new("chown");
        chown.arg(unprivileged()).arg(folder);
        run(chown, "chown")?;
    }
    let mut initdb = command(&programs.join("initdb"))?;
    initdb.arg("-D").arg(folder.join("data")).args(["-U", "postgres", "-A", "trust", "-E", "UTF8"]);
    initdb.args(["--locale=C.UTF-8", "--no-sync", "--no-instructions"]);
    run(initdb, "initdb")?;
    let more = "listen_addresses=''\nfsync=off\nfull_page_writes=off\nmax_connections=200\n\
                shared_buffers=64MB\nmax_wal_size=256MB\nautovacuum=off\nlog_min_messages=fatal\n";
    let file = folder.join("data/postgresql.conf");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    fs::write(&file, format!("{text}\n{more}unix_socket_directories='{}'\n", folder.display()))
        .map_err(|error| format!("{}: {error}", file.display()))
}

fn boot(programs: &Path, folder: &Path) -> Result<(), String> {
    let log = folder.join("log");
    let mut start = command(&programs.join("pg_ctl"))?;
    start.arg("start").arg("-D").arg(folder.join("data")).arg("-l").arg(&log).args(["-w", "-s", "-t", "60"]);
    // The server inherits the streams, so they must not be pipes that somebody waits on.
    start.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let status = start.status().map_err(|error| format!("pg_ctl: {error}"))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("pg_ctl could not start the server: {}", fs::read_to_string(log).unwrap_or_default().trim()))
}

fn pg_ctl(programs: &Path, folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let mut ctl = command(&programs.join("pg_ctl"))?;
    ctl.args(arguments).arg("-D").arg(folder.join("data")).arg("-s");
    run(ctl, "pg_ctl")
}

/// Leaves a small shell behind that stops the shared cluster once nobody uses it, and removes its folder.
fn watch(programs: &Path, folder: &Path, cluster: &Path) -> Result<(), String> {
    let script = format!(
        "trap '' HUP; while [ $(( $(date +%s) - $(stat -c %Y '{folder}/used' 2>/dev/null || echo 0) )) -lt {IDLE_SECONDS} ]; do sleep 15; done; \
         '{programs}/pg_ctl' stop -m immediate -s -D '{cluster}/data'; rm -rf '{cluster}/data'",
        folder = folder.display(),
        programs = programs.display(),
        cluster = cluster.display(),
    );
    let mut shell = command(Path::new("/bin/sh"))?;
    shell.arg("-c").arg(script).current_dir("/");
    shell.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    shell.spawn().map(drop).map_err(|error| format!("the watcher of the shared cluster: {error}"))
}

fn url(folder: &Path) -> String {
    format!("postgres://postgres@localhost/postgres?host={}", folder.display())
}
