//! The command line: what can be asked of `wherry`, with help that teaches.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

/// Wherry runs a whole local SEND area: the journey of each child, the places, the Local Offer, the board.
#[derive(Debug, Parser)]
#[command(
    name = "wherry",
    version,
    about,
    after_help = "To look round:       wherry demo\nTo run it for real:   wherry migrate, then wherry serve (see docs/guide/)\n\nExit codes: 0 done; 1 done, but something needs attention (it says what); 2 the command could not be understood or its input not read; 3 the database could not be reached or is of another version; 4 stopped half-way, nothing half-done is kept."
)]
pub struct Cli {
    /// How to answer: text for people, json for machines. Progress and warnings go to standard error either way.
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// How much to log: error, warn, info or debug. Logs hold no names and nothing that was typed.
    #[arg(long, global = true, env = "WHERRY_LOG", default_value = "warn")]
    pub log: String,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// How to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Sentences and tables.
    Text,
    /// One JSON document.
    Json,
}

/// What can be asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the demonstration county and open it on this machine. Needs nothing else.
    Demo(Demo),
    /// Serve the site on a database.
    Serve(Serve),
    /// Do the background work (messages, daily checks) without serving pages.
    Work(Work),
    /// Bring a database to this version. Run it before the first `serve` and after each upgrade.
    Migrate(Database),
    /// Bring in published or exported data: shows first what it would do, reports row by row what it could not.
    #[command(subcommand)]
    Import(Import),
    /// Write everything in a database as JSON lines, one file per table, with a manifest.
    Export(Copy),
    /// Make a backup that `restore` can bring back and check.
    Backup(Copy),
    /// Bring a backup or export into an empty database, and check it against its manifest.
    Restore(Restore),
    /// Look for problems and explain each with its mend.
    Doctor(Database),
    /// Invite the first person: prints a link that sets their password and second factor.
    Invite(Invite),
    /// Work out legal dates from a file of events.
    Clock(ClockInput),
    /// Measure this build against its workload and print the figures.
    Bench(Bench),
}

/// Which database.
#[derive(Debug, Clone, Args)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://user:password@host/name`.
    #[arg(long, env = "WHERRY_DATABASE", default_value = "sqlite:wherry.db")]
    pub database: String,
}

/// The demonstration's choices.
#[derive(Debug, Args)]
pub struct Demo {
    /// The port to serve on; 0 takes a free one.
    #[arg(long, default_value_t = 4000)]
    pub port: u16,
    /// Where to keep the county. It is made anew when any of the choices below differs from last time.
    #[arg(long, default_value = "data/demonstration")]
    pub data: PathBuf,
    /// People under 25 in the county. 243000 is a county like Norfolk; 200 a village; 2430000 ten counties.
    #[arg(long, default_value_t = 243_000)]
    pub people: usize,
    /// The seed: the same seed and date make the same county on every machine.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The day on which the county lives (its history ends the day before). Today unless given, as 2026-11-22.
    #[arg(long)]
    pub today: Option<Date>,
    /// Make the county and stop, without serving it.
    #[arg(long)]
    pub only_make: bool,
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub database: Database,
    /// The address to listen on.
    #[arg(long, env = "WHERRY_LISTEN", default_value = "127.0.0.1:4000")]
    pub listen: SocketAddr,
    /// The file that holds the key for the secrets of code apps. Made when there is none; back it up with the database.
    #[arg(long, env = "WHERRY_KEY_FILE", default_value = "wherry.key")]
    pub key_file: PathBuf,
    /// A JSON file that lists other organisations that may say who somebody is (OpenID Connect).
    #[arg(long, env = "WHERRY_SIGN_IN_PROVIDERS")]
    pub providers: Option<PathBuf>,
    /// Ask families for a second factor too. Staff always need one.
    #[arg(long)]
    pub families_need_second_factor: bool,
    /// Leave the background work to `wherry work` processes.
    #[arg(long)]
    pub without_work: bool,
    #[command(flatten)]
    pub site: SiteSettings,
    #[command(flatten)]
    pub mail: Mail,
}

/// How the site presents itself.
#[derive(Debug, Clone, Args)]
pub struct SiteSettings {
    /// The address people type, as https://send.example.gov.uk. With https, cookies are marked Secure.
    #[arg(long, env = "WHERRY_BASE_URL", default_value = "http://localhost:4000")]
    pub base_url: url::Url,
    /// The name of the local area.
    #[arg(long, env = "WHERRY_AREA_NAME", default_value = "Our area")]
    pub area_name: String,
    /// Whom to ring or write to for help, shown on every page.
    #[arg(long, env = "WHERRY_HELP_LINE", default_value = "Ask the SEND team of your council for help")]
    pub help_line: String,
}

/// How messages leave. Exactly one way; files unless another is set.
#[derive(Debug, Clone, Args)]
pub struct Mail {
    /// Write messages to this folder instead of sending them.
    #[arg(long, env = "WHERRY_MAIL_FOLDER", default_value = "mail")]
    pub mail_folder: PathBuf,
    /// Send e-mail through this server: smtp://user:password@host:587 or smtps://…
    #[arg(long, env = "WHERRY_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// The address that e-mail comes from.
    #[arg(long, env = "WHERRY_MAIL_FROM", default_value = "send@localhost")]
    pub mail_from: String,
    /// Send through GOV.UK Notify with this key.
    #[arg(long, env = "WHERRY_NOTIFY_KEY", hide_env_values = true)]
    pub notify_key: Option<String>,
    /// The address of GOV.UK Notify, for tests against a simulator.
    #[arg(long, env = "WHERRY_NOTIFY_URL", default_value = "https://api.notifications.service.gov.uk")]
    pub notify_url: String,
    /// The ids of the three GOV.UK Notify templates, with commas between: e-mail, text message, letter. Each holds
    /// nothing but ((subject)) and ((body)).
    #[arg(long, env = "WHERRY_NOTIFY_TEMPLATES", default_value = "")]
    pub notify_templates: String,
}

impl Mail {
    /// Into a folder, whatever the environment says.
    pub fn to_folder(folder: PathBuf) -> Self {
        Self {
            mail_folder: folder,
            smtp: None,
            mail_from: "send@localhost".to_owned(),
            notify_key: None,
            notify_url: notify::govuk_notify::BASE.to_owned(),
            notify_templates: String::new(),
        }
    }
}

/// The background work.
#[derive(Debug, Args)]
pub struct Work {
    #[command(flatten)]
    pub database: Database,
    /// Do what is due now and stop, instead of waiting for more.
    #[arg(long)]
    pub once: bool,
    #[command(flatten)]
    pub site: SiteSettings,
    #[command(flatten)]
    pub mail: Mail,
}

/// What can be brought in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// The DfE "Education, health and care plans" release, as the zip that Explore Education Statistics gives.
    DfeEhcp(ImportFile),
    /// The establishments extract of Get Information About Schools (edubasealldata….csv).
    Gias(ImportFile),
    /// A postcode directory: the ONS Postcode Directory or a part of it, as CSV.
    Postcodes(ImportFile),
    /// List the imports so far.
    List(Database),
    /// Take an import back out.
    Undo(UndoImport),
}

/// A file to bring in.
#[derive(Debug, Args)]
pub struct ImportFile {
    /// The file.
    pub file: PathBuf,
    #[command(flatten)]
    pub database: Database,
    /// Say what it would do, and keep nothing.
    #[arg(long)]
    pub preview: bool,
    /// For schools: only those of this authority, by its three-digit number. May be given several times.
    #[arg(long)]
    pub authority: Vec<u16>,
}

/// An import to take back.
#[derive(Debug, Args)]
pub struct UndoImport {
    /// The import's number, from `wherry import list`.
    pub import: String,
    #[command(flatten)]
    pub database: Database,
}

/// Where to copy a database to.
#[derive(Debug, Args)]
pub struct Copy {
    #[command(flatten)]
    pub database: Database,
    /// The folder to write. It must not exist yet, or be empty.
    #[arg(long)]
    pub to: PathBuf,
}

/// Where to bring a copy back from.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    pub database: Database,
    /// The folder that `backup` or `export` wrote.
    #[arg(long)]
    pub from: PathBuf,
}

/// Whom to invite.
#[derive(Debug, Args)]
pub struct Invite {
    /// Their e-mail address.
    pub email: String,
    /// Their part: see docs/access.md. Most often administrator for the first person.
    #[arg(long, default_value = "administrator")]
    pub role: String,
    #[command(flatten)]
    pub database: Database,
    #[command(flatten)]
    pub site: SiteSettings,
}

/// Events in, deadlines out.
#[derive(Debug, Args)]
pub struct ClockInput {
    /// A JSON file of events; `-` reads standard input.
    #[arg(long)]
    pub input: PathBuf,
    /// The day as on which to say what is met, running or missed. Today unless given.
    #[arg(long)]
    pub as_of: Option<Date>,
}

/// What to measure.
#[derive(Debug, Args)]
pub struct Bench {
    /// People under 25 in the county that is measured.
    #[arg(long, default_value_t = 243_000)]
    pub people: usize,
    /// Where to make the county.
    #[arg(long, default_value = "data/bench")]
    pub data: PathBuf,
    /// Seconds of load per page.
    #[arg(long, default_value_t = 5)]
    pub seconds: u64,
    /// Requests a second.
    #[arg(long, default_value_t = 50)]
    pub rate: u32,
}
