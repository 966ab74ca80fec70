//! `wherry work`: the background work without the pages.

use tokio::sync::watch;
use web::Mode;

use super::{DONE, open, serve};
use crate::{cli::Work, machine, outcome::Answer, transport, wiring, worker::Worker};

pub async fn run(work: Work) -> Answer {
    let store = open(&work.database).await?;
    let site = serve::make_site(store, serve::settings(&work.site, Mode::Live), machine::clock())?;
    let worker = Worker::new(site, transport::from_settings(&work.mail)?, wiring::jobs(), wiring::daily());
    if work.once {
        let mut done = 0;
        loop {
            match worker.once().await? {
                0 => break,
                did => done += did,
            }
        }
        println!("Done: {done} messages and jobs.");
        return DONE;
    }
    println!("Working. Press Ctrl-C to stop.");
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        machine::asked_to_stop().await;
        let _nobody_listens = stop.send(true);
    });
    worker.run(stopped).await;
    DONE
}
