//! `wherry demo`: the demonstration county on this machine, made when it is not there yet, then served.

use std::{net::SocketAddr, path::Path};

use demonstration::{County, Settings as CountySettings};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{DatabaseUrl, Options, Store};
use web::{Clock, Mode, Settings};

use super::{DONE, failed, serve};
use crate::{
    cli::{Demo, Mail},
    demonstration_store, machine,
    outcome::{Answer, Outcome},
    wiring,
};

/// What a county was made from, and whom one can become in it. Kept beside its database.
#[derive(Debug, Serialize, Deserialize)]
struct Made {
    people: usize,
    seed: u64,
    today: Date,
    version: String,
    tables: Vec<String>,
    cast: Vec<Part>,
}

/// Somebody one can become.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Part {
    email: String,
    role: String,
    name: String,
    about: String,
    start: String,
}

pub async fn run(demo: Demo) -> Answer {
    let today = demo.today.unwrap_or_else(|| machine::clock().today());
    let clock = if demo.today.is_some() { machine::clock_on(today) } else { machine::clock() };
    std::fs::create_dir_all(&demo.data)
        .map_err(|error| Outcome::failed(format!("The folder {} cannot be made: {error}", demo.data.display())))?;
    let (store, made) = county(&demo, today, &clock).await?;
    if demo.only_make {
        println!("The county is in {}.", demo.data.display());
        return DONE;
    }
    let listener = serve::listen(SocketAddr::from(([127, 0, 0, 1], demo.port))).await?;
    let port = listener.local_addr().map_err(failed)?.port();
    let base_url = url::Url::parse(&format!("http://localhost:{port}")).map_err(failed)?;
    let settings = Settings {
        area_name: "Broadshire".to_owned(),
        base_url,
        mode: Mode::Demonstration,
        help_line: "Ring the SEND team on 01632 960 000, or write to send@broadshire.example".to_owned(),
    };
    let site = serve::make_site(store, settings, clock)?;
    let mail = Mail::to_folder(demo.data.join("mail"));
    let sign_in =
        serve::SignInChoices { key_file: demo.data.join("key"), providers: None, families_need_second_factor: false };
    let cast = made.cast.iter().map(Part::for_sign_in).collect();
    println!("Wherry is ready at http://localhost:{port}");
    println!("\nEverybody in it is invented. Open http://localhost:{port}/demonstration to be one of them:\n");
    for part in &made.cast {
        println!("  {:<44} {} <{}>", part.role, part.name, part.email);
    }
    println!("\nMessages it sends are written to {}. Press Ctrl-C to stop.", demo.data.join("mail").display());
    serve::serve_until_stopped(site, listener, Some(&mail), sign_in, cast).await
}

/// The county of these choices: the one that is there, or a new one.
async fn county(demo: &Demo, today: Date, clock: &Clock) -> Result<(Store, Made), Outcome> {
    let database = demo.data.join("county.db");
    let note = demo.data.join("county.json");
    let tables = wiring::migrations().names();
    let url = DatabaseUrl::SqliteFile(database.clone());
    if let Some(made) = read_note(&note)
        && (made.people, made.seed, made.today) == (demo.people, demo.seed, today)
        && made.version == env!("CARGO_PKG_VERSION")
        && made.tables == tables
        && database.exists()
    {
        return Ok((Store::open(&url, Options::default()).await?, made));
    }
    for ending in ["", "-wal", "-shm"] {
        let _was_not_there = std::fs::remove_file(demo.data.join(format!("county.db{ending}")));
    }
    let _was_not_there = std::fs::remove_file(&note);
    eprintln!("Making Broadshire: {} people under 25, seed {}, as on {today}.", demo.people, demo.seed);
    let choices = CountySettings { people: demo.people, seed: demo.seed, today };
    let county =
        tokio::task::spawn_blocking(move || County::make_telling(choices, &mut |step| eprintln!("  {}", step.words())))
            .await
            .map_err(failed)?;
    let store = demonstration_store::write(&county, &url, clock.now(), &|what| eprintln!("  {what}")).await?;
    let cast = county.cast().iter().map(Part::of).collect();
    let made = Made {
        people: demo.people,
        seed: demo.seed,
        today,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        tables,
        cast,
    };
    let text = serde_json::to_string_pretty(&made).map_err(failed)?;
    std::fs::write(&note, text)
        .map_err(|error| Outcome::failed(format!("{} cannot be written: {error}", note.display())))?;
    Ok((store, made))
}

fn read_note(path: &Path) -> Option<Made> {
    serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
}

impl Part {
    fn of(member: &demonstration::CastMember) -> Self {
        use access::Role;
        let start = match (member.role, member.case) {
            (role, Some(case)) if role.is_family() => format!("/my/{case}"),
            (role, None) if role.is_family() => "/my".to_owned(),
            (Role::Senco | Role::SettingStaff, _) => "/setting".to_owned(),
            (Role::Coordinator | Role::Manager | Role::PanelMember, _) => "/cases".to_owned(),
            (Role::Planner | Role::Leadership, _) => "/performance".to_owned(),
            (Role::Administrator, _) => "/accounts".to_owned(),
            (Role::Auditor, _) => "/audit".to_owned(),
            _ => "/".to_owned(),
        };
        Self {
            email: member.email.clone(),
            role: member.part.to_owned(),
            name: member.name.clone(),
            about: member.try_first.to_owned(),
            start,
        }
    }

    fn for_sign_in(&self) -> signin::CastMember {
        signin::CastMember {
            email: self.email.clone(),
            role: self.role.clone(),
            about: self.about.clone(),
            start: self.start.clone(),
        }
    }
}
