//! `wherry serve`: the site on a database, and the background work beside it unless told not to.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use signin::{SignIn, SignInSettings, password::Cost};
use store::Store;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use web::{Clock, Mode, Settings, Site};

use super::{DONE, failed, open};
use crate::{
    cli::{Mail, Serve, SiteSettings},
    key, machine,
    outcome::{Answer, Outcome},
    providers, site, transport, wiring,
    worker::Worker,
};

/// The operator's choices about signing in.
pub struct SignInChoices {
    /// The file with the key for the secrets of code apps.
    pub key_file: PathBuf,
    /// The file that lists other organisations that may say who somebody is.
    pub providers: Option<PathBuf>,
    /// Whether families too need a second factor.
    pub families_need_second_factor: bool,
}

pub async fn run(serve: Serve) -> Answer {
    let store = open(&serve.database).await?;
    let settings = settings(&serve.site, Mode::Live);
    let site = make_site(store, settings, machine::clock())?;
    let mail = (!serve.without_work).then_some(&serve.mail);
    let sign_in = SignInChoices {
        key_file: serve.key_file.clone(),
        providers: serve.providers.clone(),
        families_need_second_factor: serve.families_need_second_factor,
    };
    let listener = listen(serve.listen).await?;
    println!("Wherry is ready at http://{}", listener.local_addr().map_err(failed)?);
    serve_until_stopped(site, listener, mail, sign_in, Vec::new()).await
}

/// The operator's choices, as the site wants them.
pub fn settings(site: &SiteSettings, mode: Mode) -> Settings {
    Settings {
        area_name: site.area_name.clone(),
        base_url: site.base_url.clone(),
        mode,
        help_line: site.help_line.clone(),
    }
}

/// A site on a store.
pub fn make_site(store: Store, settings: Settings, clock: Clock) -> Result<Site, Outcome> {
    let messages = wiring::messages(settings.base_url.as_str()).map_err(failed)?;
    Ok(Site::new(store, settings, clock, machine::randomness(), messages, Arc::new(wiring::navigation)))
}

/// Takes a port.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Outcome> {
    TcpListener::bind(address).await.map_err(|error| {
        Outcome::failed(format!("Port {} cannot be used ({error}). Stop the program that has it, or choose another with --port or --listen.", address.port()))
    })
}

/// The sign-in service of a site.
pub fn sign_in(site: &Site, choices: &SignInChoices, cast: Vec<signin::CastMember>) -> Result<Arc<SignIn>, Outcome> {
    let settings = SignInSettings {
        password_cost: Cost::REAL,
        forbidden_passwords: String::new(),
        key: key::read_or_make(&choices.key_file)?,
        providers: match &choices.providers {
            Some(file) => providers::read(file)?,
            None => Vec::new(),
        },
        families_need_second_factor: choices.families_need_second_factor,
        cast,
    };
    SignIn::new(&site.settings, settings).map_err(failed)
}

/// Serves until Ctrl-C or SIGTERM; requests under way are finished first.
pub async fn serve_until_stopped(
    site: Site,
    listener: TcpListener,
    mail: Option<&Mail>,
    choices: SignInChoices,
    cast: Vec<signin::CastMember>,
) -> Answer {
    let (stop, stopped) = watch::channel(false);
    let work = match mail {
        Some(mail) => Some(start_work(&site, mail, stopped.clone())?),
        None => None,
    };
    let sign_in = sign_in(&site, &choices, cast)?;
    let router = site::router(site, sign_in);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(async move {
        machine::asked_to_stop().await;
        let _nobody_listens = stop.send(true);
    });
    served.await.map_err(failed)?;
    if let Some(work) = work {
        let _ended = work.await;
    }
    DONE
}

/// Starts the background work beside the site.
fn start_work(site: &Site, mail: &Mail, stopped: watch::Receiver<bool>) -> Result<JoinHandle<()>, Outcome> {
    let worker = Worker::new(site.clone(), transport::from_settings(mail)?, wiring::jobs(), wiring::daily());
    Ok(tokio::spawn(worker.run(stopped)))
}
