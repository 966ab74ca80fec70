//! `wherry serve`: the site on a database, and the background work beside it unless told not to.

use std::{net::SocketAddr, sync::Arc};

use store::Store;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use web::{Clock, Mode, Settings, Site};

use super::{DONE, failed, open};
use crate::{
    cli::{Mail, Serve, SiteSettings},
    machine,
    outcome::{Answer, Outcome},
    site, transport, wiring,
    worker::Worker,
};

pub async fn run(serve: Serve) -> Answer {
    let store = open(&serve.database).await?;
    let settings = settings(&serve.site, Mode::Live);
    let site = make_site(store, settings, machine::clock())?;
    let mail = (!serve.without_work).then_some(&serve.mail);
    let listener = listen(serve.listen).await?;
    println!("Wherry is ready at http://{}", listener.local_addr().map_err(failed)?);
    serve_until_stopped(site, listener, mail).await
}

/// The operator's choices, as the site wants them.
pub fn settings(site: &SiteSettings, mode: Mode) -> Settings {
    Settings { area_name: site.area_name.clone(), base_url: site.base_url.clone(), mode, help_line: site.help_line.clone() }
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

/// Serves until Ctrl-C or SIGTERM; requests under way are finished first.
pub async fn serve_until_stopped(site: Site, listener: TcpListener, mail: Option<&Mail>) -> Answer {
    let (stop, stopped) = watch::channel(false);
    let work = match mail {
        Some(mail) => Some(start_work(&site, mail, stopped.clone())?),
        None => None,
    };
    let router = site::router(site);
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
